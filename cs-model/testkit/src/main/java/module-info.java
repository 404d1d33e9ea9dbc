import org.jspecify.annotations.NullMarked;

/** Contract tests and assertions for implementations of the interfaces of {@code dev.rapport.model}. */
@NullMarked
module dev.rapport.model.testkit {
    requires static org.jspecify;
    requires transitive dev.rapport.model;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.rapport.model.testkit;
}
