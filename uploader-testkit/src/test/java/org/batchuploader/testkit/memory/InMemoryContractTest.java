package org.batchuploader.testkit.memory;

import java.time.Duration;
import org.batchuploader.core.id.Ids;
import org.batchuploader.core.memory.InMemory;
import org.batchuploader.testkit.store.DrivenClock;
import org.batchuploader.testkit.store.DropStoreContract;
import org.batchuploader.testkit.store.LayerStoreContract;
import org.batchuploader.testkit.store.NoticeStoreContract;
import org.batchuploader.testkit.store.Stores;
import org.batchuploader.testkit.store.TransactionsContract;
import org.batchuploader.testkit.store.UploadLocksContract;
import org.batchuploader.testkit.store.UploadStoreContract;
import org.batchuploader.testkit.task.TaskOrderContract;
import org.batchuploader.testkit.task.TaskQueueContract;
import org.batchuploader.testkit.user.UserAccountsContract;
import org.junit.jupiter.api.Nested;

/** Every contract on the adapters in memory. */
class InMemoryContractTest {
    private static Stores stores(DrivenClock clock) {
        var memory = new InMemory(clock, new Ids());
        return new Stores(
                memory.transactions(),
                memory.uploads(),
                memory.layers(),
                memory.notices(),
                memory.drops(),
                memory.tasks());
    }

    @Nested
    class Transactions extends TransactionsContract {
        @Override
        protected Stores emptyStores() {
            return stores(new DrivenClock());
        }
    }

    @Nested
    class Uploads extends UploadStoreContract {
        @Override
        protected Stores emptyStores() {
            return stores(new DrivenClock());
        }
    }

    @Nested
    class UploadLocks extends UploadLocksContract {
        @Override
        protected Stores emptyStores() {
            return stores(new DrivenClock());
        }
    }

    @Nested
    class Layers extends LayerStoreContract {
        @Override
        protected Stores emptyStores() {
            return stores(new DrivenClock());
        }
    }

    @Nested
    class Notices extends NoticeStoreContract {
        @Override
        protected Stores emptyStores() {
            return stores(new DrivenClock());
        }
    }

    @Nested
    class Drops extends DropStoreContract {
        @Override
        protected Stores emptyStores() {
            return stores(new DrivenClock());
        }
    }

    @Nested
    class Tasks extends TaskQueueContract {
        private final DrivenClock clock = new DrivenClock();

        @Override
        protected Stores emptyStores() {
            return stores(clock);
        }

        @Override
        protected void pass(Duration time) {
            clock.pass(time);
        }
    }

    @Nested
    class TaskOrder extends TaskOrderContract {
        private final DrivenClock clock = new DrivenClock();

        @Override
        protected Stores emptyStores() {
            return stores(clock);
        }

        @Override
        protected void pass(Duration time) {
            clock.pass(time);
        }
    }

    @Nested
    class Accounts extends UserAccountsContract {
        @Override
        protected Users emptyUsers() {
            return Users.of(new InMemory(new DrivenClock(), new Ids()).users());
        }
    }
}
