import { demoWorkflow } from '../../tools/editor/workflows';
import { scenario, useBench } from './bench';
import { Canvas } from './ui/canvas';

const bench = useBench();

/** The refresh tokens that were sent, in order. */
const refreshes = (): (string | null)[] =>
	bench()
		.sandbox.log.token()
		.map(({ body }) => new URLSearchParams(body).get('refresh_token'));

scenario('an access token that expires in mid-run is refreshed once', bench, async (page) => {
	const { sandbox } = bench();
	const { id } = await bench().addWorkflow(await demoWorkflow());
	sandbox.faults.add({
		match: { path: '/Notes' },
		skip: 3,
		then: ({ tokens }) => tokens.expireAccessTokens(),
	});
	const canvas = await Canvas.open(page, id);
	await canvas.execute();
	const node = await canvas.openNode('Get Related Records');
	await node.output.getByRole('tab', { name: 'Success Branch (6 items)' }).waitFor();
	expect(refreshes()).toHaveLength(1);
	await node.close();

	// The refresh token is still in the credential: the next expiry is got over, too.
	sandbox.tokens.expireAccessTokens();
	await canvas.clear();
	await canvas.execute();
	await canvas.openNode('Get Related Records');
	await node.output.getByRole('tab', { name: 'Success Branch (6 items)' }).waitFor();
	const [first, second, ...more] = refreshes();
	expect(second).toBe(first);
	expect(more).toEqual([]);
});
