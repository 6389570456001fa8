//! Words that decide what an expression of time means in its place.

/// Before "từ" or instead of it: from when something is in force.
pub(super) const IN_FORCE: &[&str] = &[
    "kể từ",
    "hiệu lực từ",
    "hiệu lực thi hành từ",
    "hiệu lực kể từ",
    "áp dụng từ",
    "hiệu lực",
    "hiệu lực đến",
    "hiệu lực đến hết",
    "giá trị đến",
    "giá trị đến hết",
    "hết hạn",
    "hết hạn vào",
    "sử dụng đến",
    "áp dụng đến",
    "áp dụng đến hết",
    "thi hành từ",
    "hiệu lực thi hành",
    "hiệu lực vào",
    "trước thời điểm",
    "giá trị sử dụng đến",
    "giá trị sử dụng đến hết",
    "sử dụng đến hết",
    "hiệu lực trước",
    "hiệu lực sau",
    "giá trị từ",
];

/// Syllables before "sinh" that make it the end of another word.
pub(super) const WITH_SINH: &[&str] = &[
    "tuyển", "học", "an", "vệ", "khai", "phát", "thí", "dân", "sơ", "giám", "hy", "hi", "y",
    "môn", "tái", "ký", "cứu", "phục", "mưu", "song", "kháng", "hữu", "cộng", "quyên", "hậu",
    "bẩm", "đản", "giáng", "tu", "phóng", "sát", "chứng", "dưỡng", "triệt", "chúng", "ngày",
];

/// Before "sinh": persons, though the last syllable would make another word of it.
pub(super) const PERSONS: &[&str] = &[
    "công dân",
    "nhân dân",
    "cư dân",
    "người dân",
    "nông dân",
    "công an",
    "bảo vệ",
    "tự vệ",
    "dân vệ",
    "thư ký",
    "đội tuyển",
];

/// Behind a time: for good.
pub(super) const FOR_GOOD: &[&str] = &[
    "trở đi",
    "trở về sau",
    "trở về trước",
    "trở lại đây",
    "có hiệu lực",
    "( ngày luật",
    "( ngày nghị định",
];

/// Before a time: it is a beginning without an end.
pub(super) const OPEN: &[&str] =
    &["từ", "bắt đầu từ", "từ ngày", "ngay từ", "từ đầu", "từ giữa", "từ cuối", "bắt đầu"];

/// Before a time of the coming year: an undertaking of its own length ends there.
pub(super) const FROM_NOW: &[&str] =
    &["từ nay đến", "từ nay đến hết", "từ nay tới", "từ nay cho đến", "từ nay đến trước"];

/// In the clause before an open beginning: it is when something takes place.
pub(super) const TAKES_PLACE: &[&str] =
    &["thời gian", "diễn ra", "dự kiến", "tổ chức từ", "khai mạc", "thời điểm"];

/// Before a year: it is how far a plan looks.
pub(super) const UNTIL: &[&str] = &[
    "đến",
    "đến hết",
    "tới",
    "tầm nhìn",
    "tầm nhìn đến",
    "định hướng đến",
    "định hướng",
    "vào",
    "trước",
    "sau",
    "hướng tới",
    "tầm nhìn tới",
];

/// Before a year: by its end.
pub(super) const BY_THE_END: &[&str] = &["đến cuối", "đến giữa", "tới cuối"];

/// What makes "đến năm …" the end of something fixed.
pub(super) const STRATEGIES: &[&str] = &[
    "giai đoạn",
    "chiến lược",
    "tầm nhìn",
    "mục tiêu",
    "chương trình mục tiêu",
    "đề án",
    "quy hoạch",
    "định hướng",
    "lộ trình",
    "nhiệm kỳ",
    "nghị quyết",
    "chương trình",
];

/// Congresses.
pub(super) const CONGRESSES: &[&str] = &["đại hội"];

/// Meetings that are called congress but take place every year, or are places.
pub(super) const NO_CONGRESS: &[&str] =
    &["thường niên", "cổ đông", "thể dục thể thao cấp trường", "thành viên"];

/// Before "đại hội": what a congress has left, not the congress.
pub(super) const OF_CONGRESS: &[&str] = &["nghị quyết", "văn kiện"];

/// Elections.
pub(super) const ELECTIONS: &[&str] = &["bầu cử"];

/// With these a term is one that is voted for.
pub(super) const VOTED: &[&str] = &["bầu", "bầu cử", "ứng cử", "hiệp thương"];

/// The figures of a budget over several years.
pub(super) const BUDGETS: &[&str] =
    &["tài chính", "ngân sách", "nsnn", "dự toán", "tài khóa", "đầu tư công", "nợ công"];

/// What is laid down once for some years, even when it speaks of money.
pub(super) const FIXED: &[&str] = &[
    "đề án",
    "dự án",
    "phối hợp",
    "nghị quyết",
    "cuộc vận động",
    "hỗ trợ",
    "phong trào",
    "chính sách",
    "thí điểm",
    "mục tiêu quốc gia",
];

/// What sounds like the document's own frame, though the year is two years off.
pub(super) const OWN_WORK: &[&str] = &[
    "so với",
    "so với cùng kỳ",
    "cùng kỳ",
    "cùng kỳ của",
    "dự toán",
    "kế hoạch",
    "nhiệm vụ",
    "công tác",
    "thành tích",
    "kết quả",
    "quyết toán",
];

/// Before a year with which another is compared.
pub(super) const COMPARED: &[&str] =
    &["so với", "so với cùng kỳ", "cùng kỳ", "cùng kỳ của", "hơn"];

/// Before a day: something that happened on it.
pub(super) const HAPPENED: &[&str] = &[
    "họp",
    "làm việc",
    "hội nghị",
    "phiên họp",
    "giao ban",
    "kết luận",
    "ký",
    "làm việc với",
    "tái bản",
    "xuất bản",
    "phát hành",
    "thành lập",
    "khánh thành",
    "ban hành",
    "ra đời",
    "ký kết",
    "cuộc họp",
    "khởi công",
];

/// Before a year: what happened in it and will not happen again.
pub(super) const HAPPENED_IN: &[&str] = &[
    "khởi công",
    "thành lập",
    "khánh thành",
    "ban hành",
    "ra đời",
    "ký kết",
    "tái bản",
    "xuất bản",
    "được thành lập",
    "được công nhận",
    "đạt chuẩn",
    "tuyển dụng",
    "bổ nhiệm",
    "sáp nhập",
    "công nhận",
    "nghiệm thu",
    "khai trương",
    "xảy ra",
    "ký",
];

/// What hangs on the lunar calendar: next year it falls on other days.
pub(super) const LUNAR: &[&str] = &[
    "tết nguyên đán",
    "tết âm lịch",
    "tháng chạp",
    "tháng giêng",
    "âm lịch",
    "mùng",
    "mồng",
    "giỗ tổ",
    "trung thu",
    "rằm",
    "vu lan",
    "phật đản",
    "tết cổ truyền",
    "giao thừa",
    "tết",
    "nghỉ tết",
    "trực tết",
    "tết ất",
    "ngày tết",
    "dịp tết",
];

/// Behind or before a year: its place among several.
pub(super) const OF_MANY: &[&str] = &[
    "là năm",
    "năm đầu tiên",
    "năm thứ",
    "năm cuối cùng",
    "năm cuối thực hiện",
    "năm cuối của",
    "năm bản lề",
    "năm tăng tốc",
    "năm giữa",
    "năm đầu của",
    "năm đầu thực hiện",
    "năm cuối nhiệm kỳ",
    "năm đầu nhiệm kỳ",
    "năm cuối giai đoạn",
    "năm đầu giai đoạn",
    "năm cuối của giai đoạn",
    "năm nước rút",
    "năm về đích",
    "năm cuối triển khai",
];

/// Before a year of birth.
pub(super) const BORN: &[&str] = &["sinh", "sinh từ", "sinh năm", "sinh trong", "sinh ngày"];

/// Days of the week.
pub(super) const WEEKDAYS: &[&str] = &[
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",
    "chủ nhật",
    "thứ 2",
    "thứ 3",
    "thứ 4",
    "thứ 5",
    "thứ 6",
    "thứ 7",
];

/// Before a day or month: by when something is due.
pub(super) const DUE: &[&str] = &[
    "trước",
    "chậm nhất",
    "chậm nhất là",
    "chậm nhất trước",
    "xong trước",
    "hạn",
    "thời hạn",
    "hạn cuối",
    "chậm nhất vào",
    "chậm nhất đến",
    "trước hết",
    "hạn chót",
    "đến hết",
    "trong",
    "giờ",
];

/// With these a sentence launches, concludes or holds something for anniversaries.
pub(super) const LAUNCHES: &[&str] = &[
    "phát động",
    "tổng kết",
    "sơ kết",
    "tổ chức",
    "lễ",
    "hưởng ứng",
    "hoạt động",
    "dâng hương",
    "tưởng niệm",
    "dâng hoa",
    "viếng",
    "giao lưu",
    "mít tinh",
    "tuyên truyền",
    "kế hoạch",
    "xây dựng kế hoạch",
    "tham gia",
    "triển khai",
    "phối hợp",
    "ban hành",
    "chuẩn bị",
    "chỉ đạo",
    "hướng dẫn",
    "kỷ niệm",
    "đợt",
    "phong trào",
    "tham mưu",
    "đăng cai",
    "báo cáo",
    "mở đợt",
    "thăm",
    "gặp mặt",
    "khen thưởng",
    "dự",
    "chương trình",
];

/// What is not yet done: a target.
pub(super) const TARGETS: &[&str] = &[
    "phấn đấu",
    "chỉ tiêu",
    "mục tiêu",
    "ít nhất",
    "tối thiểu",
    "trở lên",
    "dự kiến",
    "dự toán",
    "phải",
    "sẽ",
    "bảo đảm",
    "đảm bảo",
    "đăng ký",
    "đề nghị",
    "yêu cầu",
    "giao",
    "mỗi",
    "không quá",
    "tối đa",
    "kế hoạch giao",
    "quyết tâm",
    "trở xuống",
];

/// What is done already.
pub(super) const RESULTS: &[&str] = &[
    "đạt được",
    "ước",
    "được giao",
    "ước đạt",
    "được khen thưởng",
    "được công nhận",
    "được tặng",
    "kết quả đạt",
    "hoàn thành vượt",
    "có được",
    "được tặng thưởng",
    "được biểu dương",
    "kết quả như sau",
    "được cấp",
    "đã",
    "đạt tỷ lệ",
    "được phê duyệt",
    "được ban hành",
    "được giải quyết",
    "được tổ chức",
    "xếp thứ",
    "thực hiện được",
    "chiếm",
    "kế hoạch giao là",
];

/// Documents that are told by their day alone.
pub(super) const DOCUMENTS: &[&str] = &[
    "quyết định",
    "tờ trình",
    "công văn",
    "thông báo",
    "biên bản",
    "nghị quyết",
    "chỉ thị",
    "kết luận",
    "giấy mời",
    "công điện",
    "đơn",
    "văn bản",
    "hợp đồng",
    "thư kêu gọi",
    "lời kêu gọi",
    "thư khen",
    "thư chúc mừng",
    "thư ngỏ",
    "thư ngày",
];

/// Right before a document: the text goes by it.
pub(super) const BY: &[&str] = &["theo", "căn cứ", "thực hiện", "thực hiện theo", "tại"];

/// Meetings and other occasions on which something was said or found.
pub(super) const OCCASIONS: &[&str] = &[
    "phiên họp",
    "cuộc họp",
    "họp",
    "hội nghị",
    "hội thảo",
    "buổi",
    "kỳ họp",
    "kỳ thi",
    "giao ban",
    "làm việc",
    "tiếp xúc cử tri",
    "tiếp công dân",
    "đối thoại",
    "đoàn kiểm tra",
    "biên bản",
];

/// Before an occasion: what came of it.
pub(super) const CITING: &[&str] = &[
    "theo",
    "kết luận",
    "chỉ đạo",
    "tinh thần",
    "kết quả",
    "sau",
    "phát huy",
    "rút kinh nghiệm",
    "nghị quyết",
    "ý kiến",
    "phát biểu",
    "căn cứ",
    "biên bản",
];

/// Before "tại" and an occasion: what was said there.
pub(super) const SAID: &[&str] = &[
    "kết luận",
    "ý kiến",
    "chỉ đạo",
    "theo",
    "thực hiện",
    "phát biểu",
    "kiến nghị",
    "thông qua",
];

/// Before an occasion: it is still to be held.
pub(super) const HELD: &[&str] = &[
    "tổ chức",
    "chuẩn bị",
    "tham dự",
    "dự",
    "chương trình",
    "kế hoạch",
    "lịch",
    "phục vụ",
    "triển khai",
    "mời",
    "trình",
];

/// Words that do not stand between a document and its day.
pub(super) const BREAKS_NAME: &[&str] = &[
    "trước", "vào", "đến", "xong", "từ", "trong", "hoàn", "gửi", "nhất", "hạn", "dự", "hết",
    "sau", "là",
];

/// Before a number: it tells which one, not how many ("Cụm thi đua số 2").
pub(super) const WHICH: &[&str] = &[
    "số",
    "cụm",
    "khối",
    "đợt",
    "lần",
    "điều",
    "khoản",
    "điểm",
    "mục",
    "phần",
    "biểu",
    "mẫu",
    "phụ lục",
    "tổ",
    "lớp",
    "khu",
    "thôn",
    "cấp",
    "hạng",
    "quý",
    "tháng",
    "thứ",
    "loại",
    "nhóm",
    "vùng",
    "chương",
    "vòng",
    "cột",
    "bước",
    "kỳ",
];

/// What a report says of a year that is over, even without figures.
pub(super) const NARRATES: &[&str] = &[
    "có nhiều chuyển biến",
    "chuyển biến tích cực",
    "đạt nhiều kết quả",
    "được nâng lên",
    "đạt kết quả",
    "còn hạn chế",
    "còn một số",
    "vẫn còn",
    "đạt được nhiều",
    "được duy trì",
    "xếp thứ",
    "xếp hạng",
    "xếp loại xuất sắc",
    "đứng thứ",
    "xếp vị trí",
    "hạng thứ",
    "được triển khai sâu rộng",
    "nổi bật là",
    "% kế hoạch",
    "% dự toán",
    "gặp nhiều khó khăn",
    "chịu ảnh hưởng",
];

/// What is held once in five or ten years.
pub(super) const SELDOM: &[&str] =
    &["tổng điều tra", "điều tra dân số", "kiểm kê đất đai", "tổng kiểm kê"];

/// What struck one year only.
pub(super) const DISASTERS: &[&str] = &[
    "bão số",
    "cơn bão",
    "thiệt hại do",
    "khắc phục hậu quả",
    "siêu bão",
    "đợt dịch",
    "sau mưa lũ",
    "sau bão",
    "sau lũ",
    "sau thiên tai",
    "sau trận",
    "sau đợt mưa",
    "sau đợt rét",
    "sau sự cố",
    "sau vụ cháy",
    "sau vụ tai nạn",
    "sau dịch",
];

/// What happens on a day that nobody plans.
pub(super) const INCIDENTS: &[&str] = &[
    "vụ cháy",
    "vụ nổ",
    "vụ tai nạn",
    "vụ án",
    "vụ việc",
    "vụ sạt lở",
    "vụ đuối nước",
    "vụ ngộ độc",
    "vụ chìm",
    "sự cố",
    "trận lũ",
    "trận lụt",
    "trận bão",
    "trận mưa",
    "trận động đất",
    "đợt mưa lũ",
    "ổ dịch",
    "hy sinh",
    "qua đời",
];

/// Before incidents: they are counted, not told.
pub(super) const COUNTED: &[&str] = &["số", "các", "những", "số lượng", "phòng ngừa", "giảm"];

/// Before a day or month: what was so by then is treated in a way of its own.
pub(super) const CUT_OFFS: &[&str] = &[
    "sau",
    "cấp trước",
    "cấp đến",
    "tiếp nhận trước",
    "tiếp nhận đến",
    "hợp đồng ký trước",
    "đã ký trước",
    "ký kết trước",
    "nghỉ hưu trước",
    "nghỉ việc trước",
    "công tác trước",
    "tuyển dụng trước",
    "xảy ra trước",
    "sinh trước",
    "sử dụng trước",
    "sử dụng đất trước",
    "tham gia trước",
    "từ trước",
    "đã nộp trước",
    "đã ban hành trước",
    "được ban hành trước",
    "được cấp trước",
    "tồn tại trước",
];

/// Ends of these are deadlines, though they sound like the words above.
pub(super) const NO_CUT_OFFS: &[&str] = &[
    "gửi sau",
    "phát sinh sau",
    "cung cấp trước",
    "nâng cấp trước",
    "cung cấp đến",
    "phân cấp trước",
    "đề nghị cấp trước",
];

/// In a clause: what is said of a day is a rule.
pub(super) const RULES: &[&str] = &[
    "bảo lưu",
    "tiếp tục được",
    "được tiếp tục",
    "tiếp tục có giá trị",
    "có giá trị",
    "còn giá trị",
    "hết giá trị",
    "không áp dụng",
    "tiếp tục áp dụng",
    "được áp dụng",
    "chuyển tiếp",
    "hết hiệu lực",
    "còn hiệu lực",
    "tiếp tục sử dụng",
    "vẫn được",
    "được miễn",
    "thời hạn sử dụng",
    "giảm thuế",
    "miễn thuế",
    "gia hạn nộp thuế",
    "miễn học phí",
];

/// Behind "đã": what is still to be done was laid down before.
pub(super) const LAID_DOWN: &[&str] = &[
    "đề ra",
    "chỉ ra",
    "được chỉ ra",
    "đạt được",
    "đăng ký",
    "được giao",
    "xác định",
    "ký kết",
    "nêu",
    "cam kết",
    "đề xuất",
    "được đề ra",
    "giao",
    "được phê duyệt",
    "phê duyệt",
    "được xác định",
    "ký",
    "được duyệt",
    "quy định",
    "được ký kết",
    "được nêu",
];

/// What a directive of every year sets going.
pub(super) const PLANNED: &[&str] = &[
    "dự toán",
    "xây dựng kế hoạch",
    "kế hoạch phát triển",
    "đầu tư công",
    "năm học",
    "tuyển quân",
    "tuyển sinh",
];
