import type { Icon, ICredentialType, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import {
	DATA_CENTERS,
	DEFAULT_DATA_CENTER,
} from '../nodes/ZohoCrmRelatedRecords/helpers/dataCenters';

const SCOPES = [
	'ZohoCRM.modules.READ',
	'ZohoCRM.modules.notes.READ',
	'ZohoCRM.modules.attachments.READ',
	'ZohoCRM.modules.emails.READ',
	'ZohoCRM.settings.modules.READ',
	'ZohoCRM.settings.fields.READ',
	'ZohoCRM.settings.related_lists.READ',
	'ZohoSearch.securesearch.READ',
].join(',');

/**
 * The accounts server of the chosen data centre. An expression may not refer to another expression
 * property, so both URLs hold all of it.
 */
const ACCOUNTS_SERVER = `{ ${DATA_CENTERS.map(
	({ code, accountsServer }) => `${code}: "${accountsServer}"`,
).join(
	', ',
)}, custom: ($self["accountsUrl"] || "").trim().replace(/\\/+$/, "").replace(/^(?=[^:]+$)/, "https://") }[$self["dataCenter"]]`;

const DATA_CENTER_OPTIONS: INodePropertyOptions[] = [
	...DATA_CENTERS.map(({ code, name, accountsServer }) => ({
		name: `${name} (${accountsServer.replace('https://accounts.', '')})`,
		value: code,
	})),
	{ name: 'Custom', value: 'custom' },
].sort((a, b) => a.name.localeCompare(b.name, 'en'));

export class ZohoCrmOAuth2Api implements ICredentialType {
	name = 'zohoCrmOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Zoho CRM OAuth2 API';

	icon: Icon = { light: 'file:zohoCrm.svg', dark: 'file:zohoCrm.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-zoho-crm-related-records/n8n-nodes-zoho-crm-related-records/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			// n8n puts fields of our own below those of its OAuth2 credential, where nobody looks for
			// them: under the name of one of its fields, which only others use, this text comes first.
			displayName:
				'Choose your <b>Data Center</b> below, too: the ending of the address at which you use Zoho CRM, such as crm.zoho.<b>eu</b>. United States (crm.zoho.com) is preset.',
			name: 'serverUrl',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Data Center',
			name: 'dataCenter',
			type: 'options',
			options: DATA_CENTER_OPTIONS,
			default: DEFAULT_DATA_CENTER,
			description:
				'Where your Zoho account is: the ending of the address at which you use Zoho CRM. Custom is for data centers that are not in this list.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Developer', value: 'developer' },
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
			],
			default: 'production',
			displayOptions: { hide: { dataCenter: ['custom'] } },
			description: 'Which of your Zoho CRM organizations to read',
		},
		{
			displayName: 'Accounts URL',
			name: 'accountsUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'https://accounts.zoho.com',
			displayOptions: { show: { dataCenter: ['custom'] } },
			description: 'Address of the Zoho accounts server, beginning with https://',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'https://www.zohoapis.com',
			displayOptions: { show: { dataCenter: ['custom'] } },
			description: 'Address of the Zoho API server, beginning with https://',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${ACCOUNTS_SERVER} + "/oauth/v2/auth" }}`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${ACCOUNTS_SERVER} + "/oauth/v2/token" }}`,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: SCOPES,
			description:
				'What the node may read, comma-separated. The documentation says what each scope is for.',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: 'access_type=offline&prompt=consent',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
	];
}
