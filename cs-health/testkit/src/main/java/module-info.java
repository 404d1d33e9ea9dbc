import org.jspecify.annotations.NullMarked;

/** Contract tests and assertions for implementations of the interfaces of {@code dev.rapport.health}. */
@NullMarked
module dev.rapport.health.testkit {
    requires static org.jspecify;
    requires transitive dev.rapport.health;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.rapport.health.testkit;
}
