import { shown } from '../../helpers/shown';

/** A reason not to start, and what to do. */
export interface Finding {
	message: string;
	resolution: string;
}

/** What Zoho's services are called, by the second part of their tasks' names. */
const SERVICES: ReadonlyMap<string, string> = new Map([
	['ai', 'Zia'],
	['analytics', 'Zoho Analytics'],
	['assist', 'Zoho Assist'],
	['billing', 'Zoho Billing'],
	['bookings', 'Zoho Bookings'],
	['books', 'Zoho Books'],
	['bugtracker', 'Zoho BugTracker'],
	['calendar', 'Zoho Calendar'],
	['campaigns', 'Zoho Campaigns'],
	['cliq', 'Zoho Cliq'],
	['connect', 'Zoho Connect'],
	['creator', 'Zoho Creator'],
	['desk', 'Zoho Desk'],
	['directory', 'Zoho Directory'],
	['docs', 'Zoho WorkDrive'],
	['expense', 'Zoho Expense'],
	['fsm', 'Zoho FSM'],
	['inventory', 'Zoho Inventory'],
	['invoice', 'Zoho Invoice'],
	['mail', 'Zoho Mail'],
	['notebook', 'Zoho Notebook'],
	['one', 'Zoho One'],
	['people', 'Zoho People'],
	['projects', 'Zoho Projects'],
	['recruit', 'Zoho Recruit'],
	['reports', 'Zoho Analytics'],
	['salesiq', 'Zoho SalesIQ'],
	['sdp', 'ServiceDesk Plus Cloud'],
	['sheet', 'Zoho Sheet'],
	['sign', 'Zoho Sign'],
	['subscriptions', 'Zoho Billing'],
	['workdrive', 'Zoho WorkDrive'],
	['writer', 'Zoho Writer'],
]);

/** Services beside Zoho that have a node of their own, by the first part of their tasks' names. */
const OTHERS: ReadonlyMap<string, readonly [service: string, node: string]> = new Map([
	['intuit', ['QuickBooks', 'QuickBooks Online']],
	['salesforce', ['Salesforce', 'Salesforce']],
]);

/** n8n's nodes for tasks that send, by their names in lower case. */
const SENDERS: ReadonlyMap<string, string> = new Map([
	['sendmail', 'Send Email, Gmail or Microsoft Outlook node'],
	['sendsms', 'Twilio node'],
	['posturl', 'HTTP Request node'],
	['invokeapi', 'HTTP Request node'],
	['pushnotification', 'nodes for messages'],
	['openurl', 'HTTP Request node'],
]);

const BY_REQUEST = "n8n's HTTP Request node with the predefined credential type Zoho OAuth2 API";

/** The service of a task, where it is not Zoho CRM. */
function serviceOf(name: string): { service: string; node: string } | undefined {
	const [root = '', part = ''] = name.toLowerCase().split('.');
	const other = OTHERS.get(root);
	if (other !== undefined) return { service: other[0], node: `n8n's ${other[1]} node` };
	const service = root === 'zoho' ? SERVICES.get(part) : undefined;
	return service === undefined ? undefined : { service, node: BY_REQUEST };
}

/** Why a task of another service does not run here; undefined for others. */
export function otherService(name: string): Finding | undefined {
	if (/^zoho\.file\./i.test(name)) {
		return {
			message: `Scripts cannot make or read files here: ${shown(name)}`,
			resolution: "Use n8n's nodes for files, such as Convert to File or Extract from File.",
		};
	}
	const found = serviceOf(name);
	if (found === undefined) return undefined;
	return {
		message: `The script uses ${found.service} (${shown(name)}), which this node does not reach`,
		resolution: `Read it before with ${found.node}, and use its result as a variable of the script.`,
	};
}

/** n8n's node that does what a task would write. */
export function writingNode(name: string): string {
	const sender = SENDERS.get(name.toLowerCase());
	if (sender !== undefined) return `n8n's ${sender}`;
	return serviceOf(name)?.node ?? "n8n's Zoho CRM node";
}
