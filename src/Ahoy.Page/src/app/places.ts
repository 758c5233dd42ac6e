// The places of the page. To add one is to add a folder, and a line here. Those of the column stand in index.html, too: they are painted before the script is read.

import type { ComponentType } from 'preact';
import { AlertsPlace } from '../alerts/AlertsPlace';
import { RequestsPlace } from '../requests/RequestsPlace';
import { PhonesPlace } from '../phones/PhonesPlace';
import { ServicePlace } from '../service/ServicePlace';
import { TimePlace } from '../time/TimePlace';

export const places: { name: string; title: string; View: ComponentType<{ item: string | null }>; isInBar?: boolean }[] = [
  { name: 'requests', title: 'Requests', View: RequestsPlace },
  { name: 'phones', title: 'Phones', View: PhonesPlace },
  { name: 'service', title: 'Service', View: ServicePlace },
  { name: 'time', title: 'Time & faults', View: TimePlace },
  { name: 'alerts', title: 'Alerts', View: AlertsPlace, isInBar: true },
];
