import './Keypad.css';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const names: Record<string, string> = { '*': 'Star', '#': 'Pound' };

// The keys of a phone; those of the keyboard do the same.
export function Keypad({ isOff, onPress }: { isOff: boolean; onPress: (key: string) => void }) {
  return (
    <div class="keypad" role="group" aria-label="Keypad">
      {keys.map((key) => (
        <button key={key} type="button" disabled={isOff} aria-label={names[key] ?? key} onClick={() => onPress(key)}>
          {key}
        </button>
      ))}
    </div>
  );
}
