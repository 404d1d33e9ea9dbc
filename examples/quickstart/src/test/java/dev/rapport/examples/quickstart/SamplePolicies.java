package dev.rapport.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The policies of the sample, as the tests read them: by their fields. */
final class SamplePolicies {

    private SamplePolicies() {}

    /** The document of a file name. */
    static Tree of(String name) throws IOException {
        try (InputStream in = SamplePolicies.class.getResourceAsStream("/sample/policies/" + name)) {
            return Tree.of(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
