import type { ChangeCommand } from './data/changeCommand';
import type { Handler } from './exchange';

/** POST /sandbox/changes: what a user does in Zoho CRM, as JSON; answers the ID of the row. */
export function changes(sandbox: { change(command: ChangeCommand): string }): Handler {
	return ({ body }, response) => {
		try {
			response.json({ id: sandbox.change(JSON.parse(String(body)) as ChangeCommand) });
		} catch (error) {
			response.status(400).json({ message: String(error) });
		}
	};
}
