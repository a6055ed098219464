/** Display names of the parameters, as descriptions and error messages show them. */
export const LABELS = {
	operation: 'Operation',
	module: 'Module',
	recordId: 'Record',
	relatedList: 'Related List',
	fields: 'Field Names or IDs',
	activityStatus: 'Activity Status',
	activityTypes: 'Activity Types',
	order: 'Order',
	returnAll: 'Return All',
	limit: 'Limit',
	apiVersion: 'API Version',
	sortBy: 'Sort By',
	sortOrder: 'Sort Order',
	ids: 'Record IDs',
	converted: 'Converted Records',
	maxConcurrentRequests: 'Max Concurrent Requests',
	modifiedSince: 'Modified Since',
	startTime: 'Start Time',
	endTime: 'End Time',
	pageSize: 'Page Size',
	outputMode: 'Output Mode',
	includeParent: 'Include Parent',
	options: 'Options',
} as const;

/** Name of a parameter or option, as workflows store it. */
export type ParameterName = keyof typeof LABELS;
