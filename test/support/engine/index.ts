import './environment';

export { Engine } from './engine';
export type { DropDown, EngineOptions, NodeOptions, NodeRun, RunOptions } from './options';
export { WorkflowRun, type WorkflowJson } from './workflowRun';
