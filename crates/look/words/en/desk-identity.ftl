# Signing in by the province's own identity service
identity-go = Sign in by the province’s identity service
identity-or = or with a password
identity-away = The identity service does not answer at present. Please try again later, or sign in with a password.
identity-over = This sign-in took too long, or did not begin in this browser. Please sign in again.
identity-refused = The identity service does not confirm this sign-in. Please try again, or sign in with a password.
identity-stranger = The identity service knows you as “{ $subject }”, which is not tied to any account here. Please give it to your administrator, who can tie it.
people-tie = Signing in by the identity service
people-tie-lead = What the province’s identity service calls this person. Left empty, they sign in with a password alone.
people-subject = Subject
people-why-subject = A subject has at most 255 characters and no line ends.
people-why-others-subject = This subject is tied to the account { $account } already.
work-identity-part = The identity service needs all of NANGHANG_OIDC_ISSUER, NANGHANG_OIDC_CLIENT_ID and NANGHANG_OIDC_CLIENT_SECRET.
work-identity-origin = The identity service needs --origin: the address that people come back to.
work-identity-unfit = The identity service cannot be used: { $reason }
