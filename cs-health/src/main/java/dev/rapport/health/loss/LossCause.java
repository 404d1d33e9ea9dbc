package dev.rapport.health.loss;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** A cause of loss: whose it is, whether it could have been avoided, which words state it and which signs speak for it. */
@Value.Immutable
@ValueStyle
public abstract class LossCause {

    LossCause() {}

    /**
     * Begins a cause.
     *
     * @param code  its name, unique within the policy
     * @return a builder
     */
    public static Builder builder(String code) {
        return new Builder().code(code);
    }

    /**
     * Its name.
     *
     * @return the code, unique within the policy
     */
    public abstract String code();

    /**
     * Who ended it.
     *
     * @return the kind
     */
    public abstract LossKind kind();

    /**
     * Whether we could have avoided it.
     *
     * @return true if it was in our hands
     */
    public abstract boolean avoidable();

    /**
     * The department that can do most about it.
     *
     * @return its name
     */
    public abstract String department();

    /**
     * The words with which customers, or those who record what they say, state it.
     *
     * @return the reasons as they are recorded
     */
    public abstract List<String> statedAs();

    /**
     * What speaks for it whatever is said.
     *
     * @return the signs
     */
    public abstract List<LossSign> signs();

    /** Makes a cause. */
    public static final class Builder extends ImmutableLossCause.Builder {
        Builder() {}
    }
}
