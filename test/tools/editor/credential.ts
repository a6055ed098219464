export const CREDENTIAL_TYPE = 'zohoCrmOAuth2Api';
/** As the example workflows call it. */
export const CREDENTIAL_NAME = 'Zoho CRM';
