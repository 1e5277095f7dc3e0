import { z } from 'zod';

// Must be imported before any schema is made: zod would try whether it may compile them, and the window's policy
// would count that as a violation.
z.config({ jitless: true });
