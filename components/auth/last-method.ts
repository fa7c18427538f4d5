/** Local storage: how somebody signed in on this browser last time. */
export const lastMethodKey = "sign-in-method";
