package io.dateline.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 as it is found: with a paragraph in Windows-1252 pasted in, or cut off in the middle of a character. */
final class MendedUtf8 {
    private MendedUtf8() {}

    /** Whether most of what is not ASCII is valid. */
    static boolean plausible(byte[] bytes) {
        Count count = count(bytes);
        return count.wrong == 0 || count.valid > count.wrong;
    }

    /** Whether all is valid and some of it is not ASCII. */
    static boolean validBeyondAscii(byte[] bytes) {
        Count count = count(bytes);
        return count.wrong == 0 && count.valid > 0;
    }

    /** Bytes that are no UTF-8 are read as Windows-1252, one by one. */
    static String decode(byte[] bytes, int from) {
        // The library's decoder is several times faster, and right where nothing is wrong.
        String whole = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        if (whole.indexOf('\ufffd') < 0) {
            return whole;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(new String(new byte[] {in.get()}, CharsetRule.WINDOWS_1252).charAt(0));
            }
            decoder.reset();
        }
    }

    private record Count(int valid, int wrong) {}

    /** Characters of several bytes, and bytes that belong to none. */
    private static Count count(byte[] bytes) {
        int valid = 0;
        int wrong = 0;
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = length(bytes, i);
            if (length > 1) {
                valid++;
                i += length;
            } else {
                // A character that the end cuts in two is not wrong.
                wrong += i + 3 >= bytes.length ? 0 : 1;
                i++;
            }
        }
        return new Count(valid, wrong);
    }

    /** Bytes of the character at {@code at}; 1 where it is none. Table 3-7 of the Unicode standard, loosely. */
    private static int length(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xc2 && first <= 0xdf
                ? 2
                : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 1;
        if (at + length > bytes.length) {
            return 1;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 1;
            }
        }
        return length;
    }
}
