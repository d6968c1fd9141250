import { mount } from 'svelte';
import { connectHost } from '../bridge/host.ts';
import { followAppearance } from '../state/follow-appearance.ts';
import { followLanguage } from '../state/language.ts';
import '../styles/base.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no place for the app.');
const host = connectHost();
followAppearance(host);
followLanguage(host);
mount(App, { target, props: { host } });
