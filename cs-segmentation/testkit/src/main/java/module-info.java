import org.jspecify.annotations.NullMarked;

/** Contract tests and assertions for implementations of the interfaces of {@code dev.rapport.segmentation}. */
@NullMarked
module dev.rapport.segmentation.testkit {
    requires static org.jspecify;
    requires transitive dev.rapport.segmentation;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.rapport.segmentation.testkit;
}
