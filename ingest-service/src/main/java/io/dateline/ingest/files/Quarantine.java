package io.dateline.ingest.files;

import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.text.Hashes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps what could not be read of a file whose other stories got in: each bad piece with its cause and place; a copy of
 * the whole file where the places are not known, or are too many. Doing it twice leaves the same files.
 */
final class Quarantine {
    static final int PIECES = 100;
    private static final int NAME = 8;

    private final WireFolder folder;

    Quarantine(WireFolder folder) {
        this.folder = folder;
    }

    void keep(WireFolder.Claimed file, byte[] bytes, List<ParseResult.Fault> faults) throws IOException {
        String sha256 = Hashes.sha256(bytes);
        String name = file.name() + "." + sha256.substring(0, NAME);
        boolean placed = faults.size() <= PIECES && faults.stream().allMatch(fault -> fault.offset() != null);
        if (!placed) {
            String reasons = faults.stream()
                    .limit(PIECES)
                    .map(fault -> reason(fault, file.name(), sha256))
                    .collect(Collectors.joining("\n"));
            String more = faults.size() > PIECES ? "\nand " + (faults.size() - PIECES) + " more" : "";
            folder.keepPiece(name, bytes, reasons + more);
            return;
        }
        for (ParseResult.Fault fault : faults) {
            byte[] piece = Arrays.copyOfRange(bytes, fault.offset(), fault.offset() + fault.length());
            folder.keepPiece(name + ".item-" + fault.at(), piece, reason(fault, file.name(), sha256));
        }
    }

    private static String reason(ParseResult.Fault fault, String file, String sha256) {
        String place = fault.offset() == null
                ? ""
                : ", bytes " + fault.offset() + " to " + (fault.offset() + fault.length() - 1);
        String item = fault.at() == 0 ? "the whole" : "item " + fault.at();
        return fault.code() + ": " + fault.detail() + " (" + item + place + " of " + file + ", SHA-256 " + sha256 + ")";
    }
}
