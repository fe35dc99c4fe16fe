// known_by lets nothing of later through, on the record that ships.
import "../functions/vintages.test";
