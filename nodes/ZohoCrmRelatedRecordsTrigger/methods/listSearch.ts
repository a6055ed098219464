export {
	searchModules,
	searchRecords,
	searchRelatedLists,
} from '../../ZohoCrmRelatedRecords/methods/listSearch';
