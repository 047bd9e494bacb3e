import { useText } from '../provider.ts';
import { EndingTexts } from './EndingTexts.tsx';
import { Numbers } from './Numbers.tsx';
import { OfficersTable } from './OfficersTable.tsx';
import { OpenTable } from './OpenTable.tsx';
import { QueueTable } from './QueueTable.tsx';
import { RequestsTable } from './RequestsTable.tsx';
import { SatisfactionLine } from './SatisfactionLine.tsx';
import { WaitingPlot } from './WaitingPlot.tsx';

/** The supervisor's view: how the service stands, and what can be done about it. */
export function Board() {
  const { board: text } = useText();
  return (
    <main className="board" aria-label={text.region}>
      <Numbers />
      <div className="board-lines">
        <SatisfactionLine />
        <EndingTexts />
      </div>
      <div className="board-columns">
        <div className="board-column">
          <QueueTable />
          <OpenTable />
          <RequestsTable />
        </div>
        <div className="board-column">
          <OfficersTable />
          <WaitingPlot />
        </div>
      </div>
    </main>
  );
}
