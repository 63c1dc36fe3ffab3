package io.dateline.ingest.push;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request body up to a limit. */
public final class BoundedInput {
    private BoundedInput() {}

    /** @throws ProblemException {@code too-large} where there is more */
    public static byte[] all(InputStream in, long limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > limit) {
                throw tooLarge(limit);
            }
        }
        return out.toByteArray();
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(ProblemCode.TOO_LARGE, "The body is larger than " + limit + " bytes.");
    }
}
