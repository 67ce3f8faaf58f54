import { createStore } from 'zustand/vanilla';
import { CORE_TYPOLOGY, type Typology } from '../../../shared/mqm/typology';

/** The categories, weights and pass mark in use on this computer. */
export const typologyStore = createStore<{ readonly typology: Typology }>()(() => ({
  typology: CORE_TYPOLOGY,
}));
