import { workerData } from 'node:worker_threads';
import { connectAgain } from '../db/open.ts';
import { serve } from '../threads/serve.ts';
import { storageServices } from './storage-services.ts';

const database = connectAgain(String((workerData as { database: string }).database));
serve(storageServices(database), () => database.close());
