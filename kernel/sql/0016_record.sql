-- The processor's record names each controller with its contact details (GDPR Art. 30(2)(a)), which its notice publishes.
create policy processor on kernel.notice_details for select using (
  kernel.doing('kernel.administer-organisations')
);
