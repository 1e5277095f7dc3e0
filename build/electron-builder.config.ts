import process from 'node:process';
import { packaging } from './packaging.ts';

export default packaging({ bundles: 'out', environment: process.env });
