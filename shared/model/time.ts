import { z } from 'zod';

/** The first moment of the year 1, which Word gives where it knows no date. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');

/** The last moment whose year is written with four digits. */
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** A moment in ms since 1970. A file may hold any number there, of which most are no date: those are refused. */
export const timeSchema = z.number().min(FIRST).max(LAST);
