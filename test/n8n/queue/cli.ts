import { explain } from '../../support/n8n';
import { Checks } from './checks';
import { Cluster } from './cluster';
import { restartBetweenPolls } from './trigger';
import { crash, crowd, storeWorkflows } from './scenarios';

const INTERRUPTED = 130;

async function main(): Promise<void> {
	const cluster = new Cluster();
	let isStopping = false;
	const interrupt = (): void => {
		// npm and tsx pass Ctrl-C on, so it comes more than once.
		if (isStopping) return;
		isStopping = true;
		console.log('\nStopping n8n, its database and its queue ...');
		void cluster.stop().finally(() => process.exit(INTERRUPTED));
	};
	process.on('SIGINT', interrupt);
	process.on('SIGTERM', interrupt);
	try {
		const running = await cluster.start();
		const workflows = await storeWorkflows(running);
		const checks = new Checks();
		await crowd(running, workflows, checks);
		await crash(running, workflows, checks);
		await restartBetweenPolls(running, checks);
		checks.conclude();
		console.log("\nn8n's queue mode: all is well.");
	} catch (error) {
		if (isStopping) return;
		console.error(`\n${explain(error)}`);
		process.exitCode = 1;
	} finally {
		if (!isStopping) await cluster.stop();
	}
}

void main();
