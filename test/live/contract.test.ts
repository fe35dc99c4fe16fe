// What every worksheet function keeps to, on the record that ships.
import "../functions/contract.test";
