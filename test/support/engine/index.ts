import './environment';

export { Agent, asTool, type ToolPath } from './agent';
export { FileStorage, storeFilesOnDisk } from './fileStorage';
export { Engine } from './engine';
export type { DropDown, EngineOptions, NodeOptions, NodeRun, RunOptions } from './options';
export type { PolledNode } from './polledNode';
export { WorkflowRun, type WorkflowJson } from './workflowRun';
