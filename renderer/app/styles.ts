// Each feature has its styles beside it. Their order is here: what comes later wins.
import './fonts.css';
import './theme.css';
import './layout.css';
import '../features/inspector/findings.css';
import '../features/workspace/text.css';
import '../features/score/score.css';
import './forced-colors.css';
