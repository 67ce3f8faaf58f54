export { formatNumber } from '../../shared/contract/format-number';
export { formatTime } from '../../shared/contract/format-time';
