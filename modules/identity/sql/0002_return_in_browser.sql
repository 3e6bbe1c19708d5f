-- Where to go on to after sign-in is the browser's to know: it may hold an invitation's token, and it
-- has to outlive the ten minutes of the sign-in.
alter table identity.pending_sign_ins drop column return_to;
