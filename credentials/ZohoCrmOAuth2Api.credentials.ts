import type {
	Icon,
	ICredentialType,
	IDisplayOptions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import {
	DATA_CENTERS,
	dataCenterLabel,
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
	...DATA_CENTERS.map((center) => ({ name: dataCenterLabel(center), value: center.code })),
	{ name: 'Custom', value: 'custom' },
].sort((a, b) => a.name.localeCompare(b.name, 'en'));

const IF_CUSTOM: IDisplayOptions['show'] = { dataCenter: ['custom'] };

/** An accounts server: https:// may be left out. */
const ACCOUNTS_URL = '^\\s*(https?://[^\\s/]+|[\\w-]+(\\.[\\w-]+)+)/*\\s*$';
/** http only for this machine, as where requests are sent. */
const API_URL =
	'^\\s*(https://[\\w\\[]|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(?![\\w.-]))\\S*\\s*$';

/** n8n checks no address in a form, and when connecting does not say which one is wrong. */
function addressNotice(name: string, pattern: string, displayName: string): INodeProperties {
	return {
		displayName,
		name: `${name}Notice`,
		type: 'notice',
		default: '',
		displayOptions: { show: IF_CUSTOM, hide: { [name]: ['', { _cnd: { regex: pattern } }] } },
	};
}

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
			// n8n before 2.0 ignores a scope that users edit, except in credentials of its own.
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: `={{ $self["customScopes"] ? $self["enabledScopes"] : "${SCOPES}" }}`,
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
			displayName: 'Data Center',
			name: 'dataCenter',
			type: 'options',
			options: DATA_CENTER_OPTIONS,
			default: DEFAULT_DATA_CENTER,
			description:
				'Where your Zoho account is. Custom is for data centers that are not in this list.',
			hint: 'The ending of the address at which you use Zoho CRM: crm.zoho.eu is Europe',
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
			displayOptions: { hide: IF_CUSTOM },
			description: 'Which of your Zoho CRM organizations to read',
		},
		{
			displayName: 'Accounts URL',
			name: 'accountsUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'https://accounts.zoho.com',
			displayOptions: { show: IF_CUSTOM },
			description: 'Address of the Zoho accounts server, beginning with https://',
		},
		addressNotice(
			'accountsUrl',
			ACCOUNTS_URL,
			'<b>Accounts URL</b> is not the address of a server. Enter one such as https://accounts.zoho.com, with nothing after the host.',
		),
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'https://www.zohoapis.com',
			displayOptions: { show: IF_CUSTOM },
			description: 'Address of the Zoho API server, beginning with https://',
		},
		addressNotice(
			'apiUrl',
			API_URL,
			'<b>API URL</b> is not an address that the access token may be sent to. Enter one such as https://www.zohoapis.com: it begins with https:// (http:// is allowed for this machine only).',
		),
		{
			displayName: 'Custom Scopes',
			name: 'customScopes',
			type: 'boolean',
			default: false,
			description: 'Whether to ask for other scopes than the default ones, which only read',
		},
		{
			displayName:
				'The node needs the default scopes. Add scopes to them, or leave some out as the <a href="https://github.com/n8n-nodes-zoho-crm-related-records/n8n-nodes-zoho-crm-related-records/blob/main/docs/credential.md#scopes">documentation</a> says. Connect again after a change.',
			name: 'customScopesNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { customScopes: [true] } },
		},
		{
			displayName: 'Enabled Scopes',
			name: 'enabledScopes',
			type: 'string',
			default: SCOPES,
			displayOptions: { show: { customScopes: [true] } },
			description: 'What the node may read, comma-separated',
		},
	];
}
