import org.jspecify.annotations.NullMarked;

/** Contract tests and assertions for implementations of the interfaces of {@code dev.rapport.engagement}. */
@NullMarked
module dev.rapport.engagement.testkit {
    requires static org.jspecify;
    requires transitive dev.rapport.engagement;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.rapport.engagement.testkit;
}
