import { z } from 'zod';
import { INTERFACE_LANGUAGES } from './languages';

export const interfaceLanguageSchema = z.enum(INTERFACE_LANGUAGES);
