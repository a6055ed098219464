import './environment';

export { Engine, type NodeRun, type NodeOptions } from './engine';
export { WorkflowRun, type WorkflowJson } from './workflowRun';
