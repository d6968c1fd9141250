/** A setup file: gives the property tests of a project the cases of `usualSeed`, where they do not name their own. */
import fc from 'fast-check';
import { usualSeed } from './effort.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), ...usualSeed });
