import { mount } from 'svelte';
import { connectHost } from '../bridge/host.ts';
import '../styles/base.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no place for the app.');
mount(App, { target, props: { host: connectHost() } });
