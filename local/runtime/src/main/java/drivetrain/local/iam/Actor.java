package drivetrain.local.iam;

import drivetrain.local.template.RoleResource;

/** Somebody with a role. */
record Actor(RoleResource role, String arn, Rules rules) {
    /**
     * An actor in a session of its role.
     *
     * @param session
     *            the name of the function, as Lambda calls its sessions, or of the workflow
     */
    static Actor of(RoleResource role, String accountId, String session, Rules rules) {
        return new Actor(role, "arn:aws:sts::" + accountId + ":assumed-role/" + role.name() + "/"
                + session, rules);
    }
}
