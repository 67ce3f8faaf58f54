export { formatNumber } from '../../shared/interface/format-number';
export { formatTime } from '../../shared/interface/format-time';
