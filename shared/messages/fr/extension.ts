import { usDollar } from '../../domain/money.ts';
import type { ExtensionMessages } from '../en/extension.ts';
import { finishTexts, finishFrench } from '../format/finish.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const failures = {
  unreachable: 'Fuelgauge est injoignable.',
  'needs-token': 'Fuelgauge demande un jeton. Saisissez-le dans les options.',
  'wrong-token': 'Fuelgauge n’accepte pas ce jeton. Il lui faut la portée « ingest ».',
  off: 'Fuelgauge ne reçoit pas. Activez « Recevoir les données de l’extension de navigateur » dans ses réglages.',
  busy: 'Fuelgauge est occupé.',
  'too-large': 'Fuelgauge n’accepte pas autant de comptages à la fois. Voyez les limites dans ses réglages.',
  refused: 'Fuelgauge n’a pas accepté les comptages.',
};

/** The browser extension: its popup, its options and what a store says of it. */
export function createExtension(format: Formats): ExtensionMessages {
  const { ago, duration } = createUnits(format);
  /** An estimate; of the smallest amounts only the bound is known anyway. */
  const cost = (costMicroUsd: number | null): string => {
    if (costMicroUsd === null) return '–';
    const amount = format.money(costMicroUsd, usDollar);
    return amount.startsWith('<') ? amount : `~${amount}`;
  };
  return finishTexts(
    {
      name: 'Fuelgauge',
      description:
        'Mesure le temps sur les sites d’IA et compte les requêtes aux API d’IA, pour Fuelgauge sur cet ordinateur. Rien d’autre ne sort.',
      today: 'Aujourd’hui sur les sites d’IA',
      duration,
      cost,
      sum: (activeMs, costMicroUsd) => `${duration(activeMs)}, ${cost(costMicroUsd)}`,
      visits: (count) => `${format.integer(count)} ${format.plural(count, { one: 'visite', other: 'visites' })}`,
      nothing: 'Aucun site suivi n’a été au premier plan aujourd’hui.',
      requests: (count) =>
        `${format.integer(count)} ${format.plural(count, { one: 'requête', other: 'requêtes' })} aux API d’IA`,
      guess: 'Les coûts sont estimés : temps actif multiplié par un tarif horaire.',
      sending(sending, waiting, nowMs) {
        const waits =
          waiting === 0
            ? ''
            : ` ${format.integer(waiting)} ${format.plural(waiting, { one: 'comptage attend', other: 'comptages attendent' })} d’être envoyé${waiting > 1 ? 's' : ''}.`;
        if (sending.failure !== null) return failures[sending.failure] + waits;
        const sent =
          sending.sentAtMs === null ? 'Rien n’a encore été envoyé.' : `Envoyé ${ago(nowMs - sending.sentAtMs)}.`;
        return sent + waits;
      },
      options: 'Options',
      privacy:
        'Sont comptés la durée et le nombre de passages au premier plan des sites d’IA suivis, et le nombre de requêtes à dix API d’IA. Les pages ne sont pas lues et les adresses complètes ne sont pas conservées. Les comptages vont à Fuelgauge sur cet ordinateur et nulle part ailleurs.',
      address: 'Adresse de Fuelgauge sur cet ordinateur',
      badAddress: 'Saisissez une adresse de cet ordinateur, comme http://127.0.0.1:8377.',
      token: 'Jeton',
      tokenHint: 'Lancez « fuelgauge token create browser --scope ingest » et collez ce qui s’affiche.',
      save: 'Enregistrer',
      ownSites: (domains) => `Vos propres sites ne sont pas encore comptés ici : ${domains.join(', ')}.`,
      allow: 'Autoriser ces sites',
    },
    finishFrench,
  );
}
