/** The execution was cancelled: not a failure of an item, so it ends the run. */
export class ExecutionStopped extends Error {
	constructor() {
		super('The execution was canceled');
		this.name = 'ExecutionStopped';
	}
}
