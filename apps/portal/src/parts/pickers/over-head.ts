/** A calendar opens upwards where there is no room below: then over the dialog's head, which lies at 1000. */
export const overHead = 1001;
