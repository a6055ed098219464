import { serve } from '../processes/serve';
import { Link } from './link';

let link: Link | undefined;

const handlers = {
	async listen(roundTripMs: number): Promise<number> {
		link = new Link(roundTripMs);
		return await link.listen();
	},
	leadTo(port: number): void {
		link?.leadTo(port);
	},
};
export type LinkHandlers = typeof handlers;

serve(handlers);
