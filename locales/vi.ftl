# Mọi câu chương trình nói với người dùng, tiếng Việt. Bản tiếng Anh: en.ftl, cùng mã.
# .label: chữ dưới chỗ gạch chân; .help: việc cần làm; .suggestion: gợi ý khi gõ nhầm;
# .related: chú thích cho chỗ thứ hai.

severity-error = lỗi
severity-warning = cảnh báo
severity-help = gợi ý
table-cell = ô

## Tệp và thư mục

file-not-found = không có tệp { $path }
    .help = tạo tệp này, hoặc chỉ đúng thư mục làm việc bằng -C THƯ-MỤC
unreadable = không đọc được { $path } ({ $cause })
    .help = kiểm tra quyền đọc và ổ đĩa
not-a-file = { $path } không phải là tệp
    .help = thay bằng một tệp thường, hoặc đổi tên nếu đây là thư mục
outside-workspace = { $path } dẫn ra ngoài thư mục làm việc
    .help = hãy đặt chính tệp ấy vào đây, đừng đặt liên kết; muốn ghi kết quả ra nơi khác thì dùng --out THƯ-MỤC
folder-too-deep = không tìm trong { $path }: sâu quá { $limit } tầng thư mục, hoặc là liên kết vòng về thư mục bên trên
    .help = chuyển tệp lên các tầng trên, hoặc bỏ liên kết
not-read = { $count ->
       *[other] { $count } tệp không được đọc: { $paths }
    }
    .help = văn bản là tệp .yaml; số liệu là data/<năm>/results.xlsx hoặc các tệp trong data/<năm>/results/; phông chữ là .ttf, .otf, .ttc; tệp khác nên để nơi khác (ghi chú thì để đuôi .txt hoặc .md)
reserved-place = { $path } sẽ thành tệp trong { $place }, nơi chương trình đặt { $what ->
        [drafts] bản dự thảo
        [templates] các mẫu
       *[other] phiếu rà soát
    }
    .help = đổi tên tệp, hoặc chuyển sang thư mục khác
too-large = { $path } quá lớn (hơn { $limit } kB)
    .help = kiểm tra xem có nhầm tệp không; dữ liệu của một văn bản chỉ vài chục kB
not-utf8 = tệp không phải UTF-8
    .label = từ đây không đọc được
    .help = lưu lại tệp với bảng mã UTF-8; trong Excel: Save As (Lưu dưới dạng), chọn kiểu "CSV UTF-8", hoặc gửi tệp .xlsx
same-output = { $first } và { $second } cùng tạo ra một văn bản
    .help = đổi tên một trong hai tệp
no-such-year = không có văn bản nào trong data/{ $year }
    .help = { $count ->
        [0] chưa năm nào có văn bản: văn bản là các tệp YAML trong data/<năm>/
       *[other] các năm có văn bản: { $known }; xem danh sách bằng: vanthu list
    }
no-plan-of-year = { $state ->
        [unread] kế hoạch năm { $year } còn lỗi, không đọc được
       *[missing] năm { $year } chưa có kế hoạch
    }
    .help = { $state ->
        [unread] xem lỗi bằng: vanthu check { $year }
       *[missing] { $count ->
            [0] chưa năm nào có kế hoạch đọc được
           *[other] các năm có kế hoạch đọc được: { $known }
        }
    }
no-such-document = không có { $path }
    .help = ghi tên văn bản như trong danh sách (vanthu list), hoặc một tệp, một thư mục trong data/
    .suggestion = có phải ý bạn là { $suggestion }?
not-a-document = { $what ->
        [shared] { $path } không phải là văn bản mà là tệp dùng chung cho mọi văn bản
        [results] { $path } là kết quả của các đơn vị, không phải văn bản
        [history] { $path } là số tổng các năm trước, không phải văn bản
        [folder] không có văn bản nào trong { $path }
        [clash] { $path } không được lập
        [other] { $path } không phải là văn bản
       *[elsewhere] { $path } không nằm trong data/, nơi đặt các văn bản
    }
    .help = { $what ->
        [shared] tệp này luôn được kiểm tra cùng các văn bản: vanthu check
        [results] kiểm tra kết quả năm { $year } bằng: vanthu check { $year }; kết quả được in trong báo cáo: vanthu report { $year } q1
        [history] kiểm tra bằng: vanthu check
        [folder] văn bản là tệp YAML (.yaml); xem danh sách bằng: vanthu list
        [clash] lý do ở lỗi phía trên
        [other] văn bản là tệp YAML (.yaml); xem danh sách bằng: vanthu list
       *[elsewhere] ghi tên văn bản như trong danh sách (vanthu list), hoặc một tệp, một thư mục trong data/
    }
    .suggestion = có phải ý bạn là { $suggestion }?

## Dạng YAML

yaml = không đúng cú pháp YAML ({ $detail })
    .label = từ đây
    .help = kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc kép ở dòng này và dòng trước
empty-file = tệp không có nội dung
    .help = thêm nội dung, hoặc xóa tệp
several-documents = tệp có nhiều hơn một tài liệu YAML
    .label = tài liệu thứ hai
    .help = bỏ dòng "---", mỗi văn bản để ở một tệp
anchor = không dùng neo và bí danh YAML (& và *)
    .label = ở đây
    .help = nếu là câu chữ bắt đầu bằng * hoặc &, đặt cả câu trong dấu ngoặc kép
tag = không dùng thẻ YAML { $tag }
    .help = bỏ thẻ; nếu là câu chữ bắt đầu bằng !, đặt cả câu trong dấu ngoặc kép
too-deep = dữ liệu lồng quá sâu (hơn { $limit } cấp)
    .help = kiểm tra thụt dòng và dấu ngoặc vuông
too-much = ở đây có quá nhiều giá trị (hơn { $limit })
    .help = kiểm tra xem có nhầm tệp không; danh sách cơ quan có thể tách thành các tệp data/agencies/*.yaml

## Các mục và giá trị

unknown-key = không có mục "{ $key }" ở đây
    .label = mục không hợp lệ
    .help = các mục dùng được: { $known }
    .suggestion = có phải ý bạn là "{ $suggestion }"?
duplicate-key = mục "{ $key }" ghi hai lần
    .label = lần thứ hai
    .related = lần thứ nhất
    .help = giữ lại một
key-is-common = mục "{ $key }" đã có sẵn
    .label = khai báo lại
    .help = đổi tên, hoặc bỏ đi: đây là mục chọn hình thức (switch), hoặc có sẵn ở phần đầu, phần cuối văn bản tùy bố cục (layout)
unknown-type = "{ $type }" không phải tên loại văn bản của Phụ lục III
    .label = không có trong các loại văn bản
    .help = ghi một trong các loại { $known }, hoặc thêm chữ viết tắt riêng bằng mục "abbreviation"
    .suggestion = có phải ý bạn là "{ $suggestion }"?
question-nowhere = văn bản không có chỗ "{ $at }"
    .label = chỗ được hỏi
    .help = ghi đúng chỗ trong tệp, chẳng hạn closing, bases.1 hoặc tasks.launch; hoặc bỏ câu hỏi này
    .suggestion = có phải ý bạn là "{ $suggestion }"?
computed-key = { $need ->
        [required] biểu mẫu "{ $kind }" phải có mục "{ $key }" kiểu { $type }, với "need: required"
       *[other] biểu mẫu "{ $kind }" phải có mục "{ $key }" kiểu { $type }
    }
    .label = bị bỏ, khác kiểu, hoặc không bắt buộc
    .help = chương trình tính toán từ mục này: giữ nguyên như biểu mẫu có sẵn; có thể thêm mục khác
computed-form = biểu mẫu "{ $kind }" phải có "{ $what }"
    .label = ghi khác
    .help = chương trình lập văn bản này theo cách ấy: ghi "{ $what }" ở đây
key-is-computed = trong biểu mẫu "{ $kind }", chương trình tự tính "{ $key }"
    .label = trùng tên với số liệu được tính
    .help = đặt tên khác cho mục này
required-and-emptied = sang năm mới "{ $key }" để trống, nhưng văn bản nào cũng phải có
    .label = bắt buộc
    .help = ghi "need: draft"
layout-lacks = văn bản bố cục "{ $layout }" không in "{ $key }"
    .label = không in ở đâu
    .help = bỏ "{ $key }:", hoặc chọn bố cục khác
duplicate-word = từ "{ $word }" ghi hai lần
    .label = lần thứ hai
    .related = lần thứ nhất
    .help = chỉ giữ một
form-name = { $path }: tên biểu mẫu chỉ gồm chữ thường không dấu, chữ số và gạch nối
    .help = đổi tên, đặt ngay trong templates/, chẳng hạn templates/invitation.form.yaml
form-name-taken = { $path }: chương trình đã có tệp trình bày tên này, không phải một loại văn bản
    .help = đặt tên khác cho cả hai tệp của biểu mẫu
no-word = "{ $what }" không phải là từ của nd30.typ
    .label = chỉ in được ra trang
    .help = dùng các từ trong docs/templates.md; PDF thì vẫn lập được
no-page = templates/{ $kind }.typ.j2 không đặt trang
    .help = bắt đầu tệp bằng { "{% include \"head.typ.j2\" %}" }, hoặc page.typ.j2 khi không có gì đứng trên phần lời
form-without-template = { $path } chưa có tệp trình bày
    .help = viết { $template }: cách thể hiện văn bản ấy; docs/templates.md có ví dụ
missing-key = thiếu mục "{ $key }"
    .label = trong mục này
    .help = thêm "{ $key }:" vào mục này
empty-value = mục "{ $key }" chưa có giá trị
    .label = còn trống
    .help = điền giá trị; muốn xem bản dự thảo còn thiếu thì dùng --draft
empty-text = nội dung để trống
    .label = không có chữ nào
    .help = điền câu chữ, hoặc xóa dòng này
empty-list = danh sách trống
    .label = không có mục nào
    .help = thêm ít nhất một mục, mỗi mục một dòng bắt đầu bằng "- "
wrong-type = cần { $expected }, ở đây là { $found }
    .label = cần { $expected }
text-as-map = câu chữ có dấu hai chấm, YAML hiểu thành mục và giá trị
    .label = cần { $expected }
    .help = đặt cả câu trong dấu ngoặc kép: "Chủ đề: đoàn kết, sáng tạo"
invalid-value = giá trị không đúng
    .label = cần { $expected }
unknown-word = không có giá trị "{ $word }"
    .label = giá trị không hợp lệ
    .help = chọn một trong: { $known }
    .suggestion = có phải ý bạn là "{ $suggestion }"?
unknown-kind = không có loại văn bản "{ $kind }"
    .label = loại không hợp lệ
    .help = các loại: { $known }
    .suggestion = có phải ý bạn là "{ $suggestion }"?
out-of-range = { $value } nằm ngoài khoảng cho phép
    .label = từ { $min } đến { $max }
    .help = chọn giá trị trong khoảng của Nghị định 30/2020/NĐ-CP, Phụ lục I
not-in-range = { $value } nằm ngoài khoảng cho phép
    .label = từ { $min } đến { $max }
    .help = chọn giá trị trong khoảng đó
not-allowed = { $value } không phải giá trị được phép
    .label = chỉ dùng: { $allowed }
    .help = chọn một trong các giá trị của Nghị định 30/2020/NĐ-CP, Phụ lục I
impossible-date = lịch không có ngày này
    .label = ngày không tồn tại
    .help = kiểm tra ngày, tháng, và giờ nếu có
invisible-character = có ký tự ẩn { $codepoint }
    .label = ký tự không nhìn thấy
    .help = xóa ký tự này (thường theo vào khi dán từ trang web hoặc Word), gõ lại chữ ở đây
long-word = có từ dài hơn { $limit } ký tự
    .label = quá dài cho một dòng
    .help = thêm dấu cách, hoặc viết ngắn lại
too-many-marks = trong này có chữ mang quá { $limit } dấu
    .label = chữ ấy nằm trong nội dung này
    .help = gõ lại chữ ấy
old-letters = câu chữ trong tệp này gõ bằng bảng mã cũ { $encoding }: "{ $word }" chính là "{ $read }"
    .label = chỗ đầu tiên
    .help = chuyển sang Unicode: chép câu chữ, mở bảng chuyển mã của UniKey (Ctrl+Shift+F6), chọn mã nguồn { $encoding }, mã đích Unicode, bấm chuyển mã clipboard rồi dán lại; trong Word, Excel thì sau đó chọn phông Unicode như Times New Roman
text-too-long = nội dung quá dài (hơn { $limit } byte)
    .label = đoạn này
    .help = tách thành nhiều đoạn
too-many-mistakes = còn nhiều lỗi khác trong tệp này
    .label = từ đây
    .help = sửa các lỗi ở trên rồi kiểm tra lại
signer-ambiguous = trong tháng này có hai người giữ chức vụ "{ $id }": { $names }
    .label = chưa rõ người nào
    .help = ghi ngày văn bản, ví dụ 2024-01-15
incomplete-font = phông { $family } trong fonts/ thiếu kiểu chữ
    .help = đặt đủ bốn tệp: đứng, đậm, nghiêng, đậm nghiêng; hoặc xóa các tệp của phông này
unprintable-character = phông chữ không có ký tự "{ $character }" ({ $codepoint })
    .label = không in được
    .help = thay bằng chữ khác, hoặc đặt phông Times New Roman có ký tự này vào thư mục fonts/

## Nội dung văn bản

duplicate-id = mã "{ $id }" dùng hai lần
    .label = lần thứ hai
    .related = lần thứ nhất
    .help = đặt mã khác cho một trong hai
unknown-agency = không có cơ quan nào mang mã "{ $id }"
    .label = mã chưa khai báo
    .help = thêm cơ quan này vào data/agencies.yaml, hoặc sửa lại mã
    .suggestion = có phải ý bạn là "{ $suggestion }"?
unknown-cluster = không có cụm thi đua nào mang mã "{ $id }"
    .label = mã chưa khai báo
    .help = thêm cụm này vào "clusters:" trong data/agencies.yaml, hoặc sửa lại mã
    .suggestion = có phải ý bạn là "{ $suggestion }"?
successors-circle = các cơ quan kế thừa của "{ $id }" dẫn trở lại chính nó
    .label = tự kế thừa chính mình
    .help = "successor:" là cơ quan tiếp nhận sau đó; sửa lại các mã này
no-collective = "{ $agency }" không phải cơ quan làm việc theo chế độ tập thể, nên không có ai ký thay mặt (TM.)
    .label = văn bản của tập thể
    .help = bỏ "competence:", hoặc khai "collective:" cho cơ quan trong data/agencies.yaml
unknown-follows = kế hoạch năm { $year } không có nhiệm vụ "{ $id }"
    .label = mã chưa khai báo
    .help = ghi đúng mã nhiệm vụ của kế hoạch huyện, hoặc bỏ "follows" nếu là nhiệm vụ riêng của đơn vị
    .suggestion = có phải ý bạn là "{ $suggestion }"?
other-quarter = nhiệm vụ "{ $id }" của đơn vị ở quý { $own }, còn trong kế hoạch ở quý { $plan }
    .label = quý { $own }
    .related = quý { $plan }
    .help = kiểm tra thời gian thực hiện; nếu đúng thì để nguyên
due-in-other-year = nhiệm vụ của kế hoạch năm { $year } phải có hạn trong năm đó
    .label = năm khác
    .help = ghi một ngày hoặc một tháng của năm { $year }, hoặc bỏ "due": khi đó hạn là cuối quý
due-in-other-quarter = nhiệm vụ ghi ở quý { $quarter } nhưng có hạn ngoài quý đó
    .label = hạn này
    .help = sửa "due" hoặc "quarter"; nếu cả hai đều đúng thì để nguyên
due-told-otherwise = lời văn của nhiệm vụ ghi "{ $told }", nhưng báo cáo tính hạn là ngày { $due }
    .label = nhiệm vụ này
    .proposals = ghi ở nhiệm vụ này: due: { $proposals }
    .help = ghi hạn của nhiệm vụ vào mục "due", hoặc sửa lời văn; không có "due" thì hạn là cuối quý
tasks-not-taken-up = chưa có đơn vị nào đưa các nhiệm vụ này vào kế hoạch của mình: { $ids }
    .label = kế hoạch này
    .help = nhắc các đơn vị bổ sung, hoặc để nguyên nếu đó là việc của riêng UBND
unit-plans-broken = chưa lập được văn bản này, vì nội dung còn lấy từ các tệp khác mà trong đó có tệp có lỗi: { $ids }
    .help = sửa lỗi trong các tệp đó trước; xem chi tiết bằng: vanthu check
unit-plan-twice = "{ $unit }" có hai kế hoạch năm { $year }: { $first }, { $second }
    .label = mỗi đơn vị chỉ có một kế hoạch
    .help = giữ lại một tệp
no-plan-to-follow = năm { $year } chưa có kế hoạch để các đơn vị thực hiện theo
    .label = cần kế hoạch của năm
    .help = thêm kế hoạch (kind: plan) vào data/{ $year }
no-letterhead = cơ quan "{ $agency }" chưa có phần đầu văn bản
    .label = cơ quan ban hành
    .related = thiếu "letterhead" ở đây
    .help = thêm "letterhead:" (name, symbol, place) cho cơ quan này trong data/agencies.yaml
agency-not-in-office = { $agency } không hoạt động vào ngày của văn bản
    .label = cơ quan này
    .successors = cơ quan kế thừa: { $successors }
    .related = xem "from" và "until" ở đây
    .help = kiểm tra ngày văn bản, hoặc chọn cơ quan kế thừa
act-not-in-force = { $act } không có hiệu lực vào ngày của văn bản
    .label = viện dẫn ở đây
    .related = xem "from" và "until" ở đây
    .successors = văn bản thay thế: { $successors }
    .help = viện dẫn văn bản đang có hiệu lực, hoặc sửa thời hạn trong data/legal.yaml
unknown-act = data/legal.yaml không có văn bản nào mang mã "{ $id }"
    .label = mã chưa có
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = thêm văn bản này vào data/legal.yaml, hoặc sửa mã
unknown-signer = cơ quan "{ $agency }" không có người ký "{ $id }"
    .label = chưa khai báo người ký này
    .help = thêm người ký vào "signers:" của cơ quan này trong data/agencies.yaml
    .suggestion = có phải ý bạn là "{ $suggestion }"?
signer-not-in-office = người ký "{ $id }" không giữ chức vụ vào ngày của văn bản
    .label = người ký
    .help = kiểm tra ngày văn bản và "from", "until" của người ký trong data/agencies.yaml
signer-without-name = chưa có họ tên người ký "{ $id }"
    .label = người ký
    .related = thiếu "name" ở đây
    .help = điền "name:" trong data/agencies.yaml; muốn xem bản dự thảo thì dùng --draft
signers-overlap = hai người ký cùng mã "{ $id }" giữ chức vụ cùng lúc
    .label = người thứ hai
    .related = người thứ nhất
    .help = ghi "from" và "until" để thời gian không trùng nhau
period-reversed = thời gian kết thúc trước khi bắt đầu
    .label = trước "from"
    .help = sửa "from" hoặc "until"
cannot-rewrite = không chuyển được tệp này sang năm khác
    .label = tệp này
    .help = viết mỗi nhiệm vụ, mỗi mục trên các dòng riêng, như trong docs/data.md
no-task-left = năm mới không còn nhiệm vụ nào, vì mọi nhiệm vụ đều chỉ làm một lần
    .label = các nhiệm vụ này
    .help = đổi "repeats: once" của nhiệm vụ làm hằng năm thành "yearly"
not-rolled = { $path } thuộc loại văn bản không lập lại theo từng năm
    .help = báo cáo có số liệu thì lập bằng `vanthu report`; văn bản khác thì viết mới
not-yaml-afterwards = không ghi thêm được câu hỏi vào bản mới của { $path }
    .help = viết tệp theo dạng thông thường: mỗi mục ở đầu dòng, không có gì sau nội dung
would-overwrite = { $path } đã có
    .help = tệp đã có thì không bị ghi đè: đổi tên hoặc xóa tệp đó trước
open-question = còn câu hỏi về { $at }: { $ask }
    .label = câu hỏi chưa trả lời
    .proposals = có thể ghi: { $proposals }{ $more ->
        [0] { "" }
       *[other] { "" } (và { $more } câu khác ở mục "proposals")
    }
    .help = sửa văn bản, rồi xóa câu hỏi này; hoặc xuất bản dự thảo bằng --draft
same-as-last-year = "{ $key }" vẫn như năm trước: { $old }
    .label = giống hệt năm trước
    .help = ghi giá trị của năm nay, hoặc để trống
left-over = còn sót từ năm trước: "{ $old }", năm nay là "{ $new }"
    .label = giống hệt kế hoạch năm trước
    .help = sửa lại cho năm nay
year-of-folder = văn bản năm { $year } nằm trong thư mục năm { $folder }
    .label = năm khác với thư mục
    .help = sửa "year:", hoặc chuyển tệp sang thư mục data/{ $year }
text-and-items = nhiệm vụ có cả "text" và "items"
    .label = chỉ dùng một
    .help = giữ "text" cho một câu, hoặc "items" cho nhiều gạch đầu dòng
to-beside-for = văn bản có "for" thì không có "to"
    .label = nơi nhận ghi ở Kính gửi
    .help = xóa "to": mỗi bản tự ghi tên nơi nhận của bản đó; hoặc xóa "for"
copy-taken = bản gửi một nơi nhận và { $path } sẽ trùng tên tệp
    .label = những nơi nhận bản riêng
    .help = chuyển tệp đó sang thư mục khác hoặc đổi tên
place-of-copy = văn bản này sẽ trùng tên tệp với một bản của { $path }
    .label = văn bản này
    .help = chuyển văn bản này sang thư mục khác hoặc đổi tên
nobody-to-send-to = không có cụm, đơn vị nào để gửi
    .label = gửi cho ai
    .help = khai báo cụm và đơn vị trong data/agencies.yaml, hoặc bỏ "for:"
period-doubtful = thời gian không nằm trong năm { $year }, hoặc các giai đoạn không nối tiếp nhau trong thời gian ấy
    .label = từ ngày, đến ngày
    .help = kiểm tra các ngày của "{ $key }" và của các giai đoạn
form-needs = công văn cần mục "{ $key }"
    .label = công văn
    .help = thêm "{ $key }:", hoặc "for:" khi mỗi nơi nhận có bản riêng
form-lacks = văn bản có "{ $switch }: { $value }" không có mục "{ $key }"
    .label = bỏ mục này
    .help = bỏ "{ $key }:", hoặc chọn "{ $switch }:" khác
unclosed-brace = dấu ngoặc nhọn lẻ, không thành cặp
    .label = dấu ngoặc này
    .help = tên đặt giữa hai dấu ngoặc; thêm dấu còn thiếu, hoặc bỏ dấu này
unknown-name = không có tên "{ $name }" để thay vào đây
    .label = tên trong ngoặc nhọn
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = các tên dùng được: { $known }
unknown-recipient = không có nơi nhận riêng nào mang mã "{ $id }"
    .label = mã chưa có
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = dùng mã của cụm hoặc đơn vị trong data/agencies.yaml, hoặc "default"
unknown-commemoration = data/calendar.yaml không có ngày kỷ niệm nào mang mã "{ $id }"
    .label = mã chưa có
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = thêm ngày này vào data/calendar.yaml, hoặc sửa mã
years-not-counted = { $name } không tính được số năm
    .label = ngày kỷ niệm này
    .help = ghi năm diễn ra sự kiện ("founded") vào data/calendar.yaml, hoặc chọn ngày khác
commemoration-contradicts = { $name }: ghi { $given }, đúng ra là { $right }
    .label = không khớp với data/calendar.yaml
    .help = sửa cho khớp, hoặc chỉ ghi mã
not-a-round-year = { $years } năm { $name } không phải năm tròn, năm lẻ 5
    .label = ngày kỷ niệm này
    .help = năm khác thì tuyên truyền, thi đua, không tổ chức lễ (Nghị định 111/2018/NĐ-CP, Điều 9)
commemoration-unverified = { $name }: ngày hoặc năm chưa đối chiếu
    .label = ngày kỷ niệm này
    .help = đối chiếu với nguồn chính thức, rồi sửa "verified" trong data/calendar.yaml
anniversary-contradicts = ghi { $given } năm, nhưng giữa hai mốc thời gian là { $right } năm
    .label = không khớp nhau
    .help = sửa số năm hoặc mốc thời gian
results-broken = { $state ->
        [missing] chưa tạo được báo cáo, vì chưa có { $path }
       *[broken] chưa tạo được báo cáo, vì { $path } còn lỗi
    }
    .label = kỳ báo cáo này
    .help = { $state ->
        [missing] đặt tệp này vào trước
       *[broken] sửa tệp này trước; xem chi tiết bằng lệnh vanthu check
    }
nothing-to-start-from = chưa tạo được báo cáo: năm { $year } chưa có kế hoạch hay báo cáo nào để lấy cơ quan ban hành, nơi nhận, người ký
    .help = lập data/{ $year }/plan.yaml trước
next-tasks-asked = { $tasks } nhiệm vụ kỳ tới còn câu hỏi để ngỏ, nên báo cáo không nêu
    .label = kỳ báo cáo này
    .help = trả lời các câu hỏi ("questions") trong kế hoạch năm sau, rồi tạo lại báo cáo
years-missing = chưa có số liệu các năm { $years }, nên báo cáo không tính các năm này
    .label = kỳ báo cáo này
    .help = thêm data/history/<năm>.yaml cho từng năm còn thiếu
typed-figure = số "{ $figure }" không khớp với kết quả các đơn vị đã ghi
    .label = số gõ tay
    .help = dùng tên của số thay cho số gõ tay: { $known }
record-misplaced = tệp không đúng chỗ: "{ $unit }", năm { $year }
    .label = mã đơn vị hoặc năm
    .help = đặt tên tệp theo mã đơn vị, trong thư mục của năm: data/{ $year }/results/{ $unit }.yaml
history-misplaced = tệp không mang tên của năm { $year }
    .label = năm
    .help = đặt tên tệp là data/history/{ $year }.yaml, hoặc sửa năm
reserved-id = mã "{ $id }" trùng với một từ trong tên số liệu
    .label = chọn mã khác
    .help = dùng mã khác cho danh hiệu hoặc hình thức này
done-but-not-done = có ngày hoàn thành nhưng nhiệm vụ chưa ghi là đã xong
    .label = nhiệm vụ này
    .help = ghi "state: done" (trong bảng: "Hoàn thành"), hoặc bỏ ngày hoàn thành
received-or-spent = ghi một trong hai: thu ("received") hoặc chi ("spent")
    .label = khoản này
    .help = mỗi khoản ghi đúng một số tiền; trong bảng để trống ô kia, không ghi 0
result-outside-year = ngày { $date } không thuộc năm { $year }
    .label = kết quả này
    .help = sửa ngày, hoặc chuyển sang tệp của năm đó
result-counted-twice = "{ $what }" ghi hai lần giống hệt nhau
    .label = lần thứ hai
    .related = lần thứ nhất
    .help = bỏ một lần nếu trùng; nếu là hai quyết định khác nhau thì giữ nguyên
task-states-differ = nhiệm vụ "{ $id }" được ghi hai lần khác nhau; lần ghi tiến xa hơn được tính
    .label = lần ghi thứ hai
    .related = lần ghi thứ nhất
    .help = giữ lại một lần
results-after-day = { $results } kết quả có ngày sau ngày này nên chưa được tính (đầu tiên: { $path })
    .label = ngày tính số liệu
    .help = lùi ngày "as_of", hoặc để các kết quả này cho kỳ báo cáo sau
results-doubtful = trong kết quả có { $doubts } chỗ cần xem lại
    .label = kỳ báo cáo này
    .help = xem bằng lệnh: vanthu check { $year }
awards-missing = chưa có tệp data/awards.yaml, mà kết quả khen thưởng và báo cáo cần tệp này
    .help = đặt tệp data/awards.yaml vào; kho mã của vanthu có sẵn một tệp
as-of-doubtful = ngày tính số liệu không được trước kỳ báo cáo, cũng không được sau ngày của văn bản
    .label = ngày tính số liệu
    .help = sửa "as_of", "period" hoặc "date"
period-of-file = tên tệp là của kỳ { $period }
    .label = kỳ khác với tên tệp
    .help = đổi tên tệp theo kỳ báo cáo, hoặc sửa "period"; lệnh vanthu report tìm báo cáo theo tên tệp
number-without-value = "{ $name }" không có giá trị ở đây: tỷ lệ của số không, tỷ lệ tăng giảm so với số dưới 10, so sánh một phần với cả kỳ, điều mà số tổng các năm trước không cho biết (nhiệm vụ, đơn vị), hoặc số không đọc được bằng chữ
    .label = tên trong ngoặc nhọn
    .help = gọi tên số khác, hoặc viết câu không cần số này
years-and-since = chỉ ghi các năm của báo cáo hoặc ngày ban hành chỉ thị, không ghi cả hai
    .label = đã có "years:"
    .help = bỏ "years:" hoặc "since:"
years-doubtful = báo cáo năm { $year } không thể gồm những năm này
    .label = các năm của báo cáo
    .help = năm cuối không sau năm { $year } và không trước năm đầu; nhiều nhất { $most } năm
totals-beside-results = năm { $year } vừa có số tổng vừa có kết quả; báo cáo tính theo kết quả
    .label = số tổng này không được dùng
    .help = bỏ số tổng hoặc kết quả của năm { $year } để chỉ còn một nguồn
totals-contradict-results = năm { $year } vừa có số tổng vừa có kết quả, khác nhau ở { $count } số; báo cáo tính theo kết quả
    .label = số tổng này không được dùng
    .help = kết quả ≠ số tổng: { $numbers }; sửa một nguồn và bỏ nguồn kia
paper-to-itself = văn bản gửi cho chính cơ quan ban hành: { $agency }
    .label = cơ quan ban hành
    .related = cơ quan này
    .help = bỏ dòng này, hoặc ghi đúng nơi nhận
not-addressed = { $type } không có phần "Kính gửi" (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9)
    .label = nơi kính gửi
    .help = xóa "to" và ghi các nơi đó vào "recipients"; chỉ công văn, tờ trình và báo cáo có "Kính gửi"
subject-too-long = trích yếu công văn dài { $letters } chữ cái kể cả "V/v"; dưới số, ký hiệu chỉ đủ chỗ cho ba dòng, khoảng { $limit } chữ cái
    .label = trích yếu này
    .proposals = viết gọn: { $proposals }
    .help = chỉ nêu việc của công văn; ngày, nơi và tên đầy đủ ghi trong nội dung
not-spoken = lời phát động có phần không đọc thành lời được: { $part }
    .label = câu này
    .help = viết thành lời, hoặc bỏ đi
years-word-missing = "{ $said }" là số năm, thiếu chữ "năm"
    .label = trong câu này
    .proposals = viết: { $proposals }
    .help = sửa lại; văn bản đã ban hành thì giữ nguyên lời văn và ghi lời đúng vào mục "corrected" của nhiệm vụ
wrong-capital = "{ $said }" phải viết là "{ $meant }" (Phụ lục II Nghị định 30/2020/NĐ-CP: { $rule ->
        [own-noun] danh từ riêng Nhân dân, Nhà nước, Đảng
        [reference] viện dẫn: Phần, Chương, Mục, Điều viết hoa; khoản, điểm viết thường
        [territory] danh từ chỉ cấp hành chính viết hoa khi đi với chữ số, viết thường khi đi với tên riêng
        [act] tên các loại văn bản
        [rank] thứ hạng của huân chương, huy chương
       *[other] ngày trong tuần, tháng viết bằng chữ
    })
    .label = trong câu này
    .help = sửa lại; văn bản đã ban hành thì giữ nguyên lời văn và ghi lời đúng vào mục "corrected" của nhiệm vụ
two-levels = "{ $said }" ghi hai cấp cho một địa danh
    .label = trong câu này
    .help = bỏ cấp ghi thừa; văn bản đã ban hành thì giữ nguyên lời văn và ghi lời đúng vào mục "corrected" của nhiệm vụ
level-misplaced = phần "{ $level }" không thể đặt ở đây (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6)
    .label = phần này
    .help = thứ tự từ cao xuống thấp: part (phần), chapter (chương), section (mục), subsection (tiểu mục, trong mục của chương), article (điều), clause (khoản), point (điểm)
title-missing = { $label } chưa có tiêu đề; "{ $level }" phải có tiêu đề (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6)
    .label = phần này
    .help = ghi tiêu đề ngay sau "{ $level }:", hoặc ở mục "title:"
too-many-points = một khoản có nhiều nhất { $limit } điểm: không còn chữ cái để đánh số
    .label = quá một điểm
    .help = tách khoản này làm hai
award-not-granted = { $agency } không có thẩm quyền tặng "{ $award }" vào ngày { $date }
    .label = hình thức này
    .help = trình cấp có thẩm quyền (xem "grants" trong data/awards.yaml), hoặc sửa lại hình thức
reward-not-by-law = theo quy định, mức tiền thưởng kèm theo "{ $award }" tại thời điểm này là { $law } đồng
    .label = số tiền khác
    .help = sửa lại số tiền, hoặc ghi "law"; nếu quy định đã thay đổi, sửa "rewards" và "base_salary" trong data/awards.yaml
reward-unknown = chưa có mức tiền thưởng kèm theo "{ $award }" tại thời điểm ban hành văn bản
    .label = số tiền cần tính
    .help = ghi số tiền, hoặc bổ sung "rewards" và "base_salary" của thời điểm đó vào data/awards.yaml
above-limit = "{ $key }" lớn hơn, hoặc sau "{ $limit }"
    .label = giá trị này
    .related = mức cao nhất
    .help = sửa lại một trong hai
citation-incomplete = viện dẫn { $cited } chưa có ngày ban hành hoặc trích yếu (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6)
    .label = viện dẫn ở đây
    .proposals = viết: { $proposals }
    .help = ghi đủ số, ngày, cơ quan ban hành và trích yếu; trong "implements", trích yếu ghi ở mục "subject"
plan-cited-twice = chương trình tự viện dẫn kế hoạch năm, có số, ngày và trích yếu
    .label = căn cứ này
    .help = xóa căn cứ này
as-above-nothing = "Như trên" là các nơi ghi ở "Kính gửi", văn bản này không có phần đó (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9)
    .label = nơi nhận này
    .help = ghi rõ các nơi nhận
addressee-repeated = nơi nhận này đã ghi ở "Kính gửi"; phía dưới có "Như trên" thay cho nơi đó
    .label = nơi nhận này
    .related = đã kính gửi ở đây
    .help = xóa dòng này
filed-among-recipients = nơi lưu ghi ở mục "filing", không ghi trong danh sách nơi nhận
    .label = nơi nhận này
    .help = xóa dòng này và ghi vào "filing", ví dụ: filing: VT
lonely-signature = trang cuối chỉ có phần ký và { $lines } dòng văn bản
    .label = người ký ở trang ấy
    .proposals = ghi một trong các dòng này vào văn bản thì không còn trang ấy: { $proposals }
    .help = rút gọn lời văn, hoặc để thêm một đoạn sang trang ấy
copies-not-made = { $count ->
       *[other] { $count } bản không làm được: { $recipients }
    }
    .help = sửa lỗi nêu ở trên; có thể lỗi chỉ ở các nơi nhận này
capital-doubtful = “{ $word }” vẫn viết hoa khi đứng giữa câu, như một tên riêng
    .label = còn đứng giữa câu, chẳng hạn sau “V/v”
    .help = nếu không phải tên riêng thì ở đây hãy viết thường chữ đầu; khi đứng riêng, chữ ấy tự được viết hoa
history-twice = có hai tệp số liệu của năm { $year }
    .label = tệp thứ hai
    .related = tệp thứ nhất
    .help = giữ lại một tệp
part-twice = số liệu của { $part } ghi hai lần
    .label = lần thứ hai
    .related = lần thứ nhất
    .help = giữ lại một lần
unknown-unit = data/agencies.yaml không có đơn vị "{ $id }"
    .label = mã chưa có
    .suggestion = có phải "{ $suggestion }"?
    .help = thêm đơn vị vào data/agencies.yaml, hoặc sửa mã
unit-not-in-office = đơn vị "{ $id }" không hoạt động vào ngày { $date }
    .label = đơn vị này
    .help = kiểm tra ngày, và "from", "until" của đơn vị
unknown-award = data/awards.yaml không có danh hiệu, hình thức "{ $id }"
    .label = mã chưa có
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = thêm vào data/awards.yaml, hoặc sửa mã
award-not-of-level = "{ $id }" không do cấp "{ $level }" tặng vào ngày { $date }
    .label = cấp tặng
    .help = kiểm tra cấp, ngày, và "grants" trong data/awards.yaml
award-not-for-recipients = "{ $id }" không tặng cho "{ $recipients }"
    .label = đối tượng
    .help = kiểm tra đối tượng, và "for" trong data/awards.yaml
award-for-nobody = "{ $id }" không ghi tập thể, cá nhân nào
    .label = khen thưởng này
    .help = ghi số lượng, hoặc bỏ dòng này
direct-workers-above-individuals = { $direct } người trực tiếp lao động, nhiều hơn { $individuals } cá nhân
    .label = số này
    .help = người trực tiếp lao động nằm trong số cá nhân
unknown-task = kế hoạch của đơn vị không có nhiệm vụ "{ $id }"
    .label = tên gọi của nhiệm vụ
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = ghi mã, số thứ tự hoặc nguyên văn một nhiệm vụ trong kế hoạch của chính đơn vị
done-without-date = nhiệm vụ "{ $id }" đã xong nhưng chưa ghi ngày
    .label = nhiệm vụ này
    .help = thêm "done:" là ngày hoàn thành
done-before-year = nhiệm vụ "{ $id }" ghi xong ngày { $date }, trước khi năm bắt đầu
    .label = ngày hoàn thành
    .help = sửa ngày
movement-reversed = phong trào kết thúc ngày { $until }, trước ngày bắt đầu { $from }
    .label = phong trào này
    .help = sửa một trong hai ngày
part-above-year = { $part } có { $has }, nhiều hơn cả năm ({ $year }): { $name }
    .label = kỳ này
    .help = sửa số liệu của kỳ hoặc của năm
deadline-not-told = thời hạn { $deadline } không có trong phần tổ chức thực hiện
    .label = thời hạn này
    .help = ghi "trước ngày { $deadline }" vào "arrangements", hoặc sửa thời hạn

## Văn bản nhận vào

manuscript-unreadable = không đọc được { $path } như một tệp Word ({ $cause })
    .help = mở bằng Word hoặc LibreOffice rồi lưu lại dạng .docx; nếu không mở được thì xin lại tệp
manuscript-protected = tệp { $path } đặt mật khẩu
    .help = mở bằng Word, bỏ mật khẩu (File, Info, Protect Document) rồi lưu lại
manuscript-old = { $path } là tệp của Word đời cũ (.doc)
    .help = mở bằng Word hoặc LibreOffice rồi lưu lại dạng "Word Document (.docx)"
manuscript-macros = tệp { $path } có macro nên không được đọc
    .help = trong Word, lưu lại dạng "Word Document (.docx)" để không còn macro
manuscript-empty = tệp { $path } không có chữ nào
    .help = bản quét là hình ảnh; nội dung cần đọc phải là chữ
manuscript-unknown = không đọc loại tệp như { $path }
    .help = các loại tệp được đọc: { $known }; tệp khác thì lưu lại thành .docx
not-a-plan = không thấy kế hoạch trong tệp này
    .help = kế hoạch cũ có dòng "KẾ HOẠCH", có năm và các mục; chỗ sửa trong tệp Word do chương trình xuất thì ghi vào văn bản của nó: --into data/2024/plan.yaml
changed-meanwhile = tệp { $path } vừa có người khác sửa nên được giữ nguyên
    .help = chạy lại lệnh này

## Bảng kết quả (Excel, CSV)

record-not-read = { $path } không được đọc
    .help = để tệp ngay trong data/{ $year }/results/: YAML (.yaml), Excel (.xlsx) hoặc CSV (.csv); tệp .xls, .ods thì lưu lại thành .xlsx; tệp không phải kết quả thì chuyển ra ngoài
workbook-unreadable = không đọc được tệp Excel { $path } ({ $cause })
    .help = mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx; nếu không mở được thì xin lại tệp của đơn vị
workbook-protected = tệp { $path } đặt mật khẩu
    .help = mở bằng Excel, bỏ mật khẩu mở tệp rồi lưu lại
unknown-table = tên tệp { $path } không cho biết là bảng nào
    .suggestion = có phải bảng "{ $suggestion }"?
    .help = đặt tên tệp là BẢNG.csv, hoặc MÃ-ĐƠN-VỊ.BẢNG.csv, với BẢNG là một trong: { $known }
unknown-sheet = { $path } có trang tính "{ $sheet }" không thuộc bảng nào
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = tên các trang: { $known }; trang để đọc cho biết thì đặt tên là "Ghi chú"
duplicate-sheet = { $path } có hai trang tính "{ $sheet }"
    .help = gộp vào một trang, hoặc xóa trang thừa
cell-too-far = { $path }: ô { $cell } nằm ngoài vùng được đọc ({ $rows } dòng, { $columns } cột đầu)
    .help = xóa ô này nếu ghi nhầm; bảng dài hơn thì tách thành nhiều tệp
too-many-cells = { $path } có hơn { $limit } ô
    .help = kiểm tra xem có nhầm tệp không; bảng lớn hơn thì tách thành nhiều tệp
unknown-column = bảng này không có cột "{ $column }"
    .label = cột lạ
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = các cột dùng được: { $known }; sửa lại tiêu đề
columns-not-read = không đọc { $count } cột không thuộc bảng này: { $columns }
    .label = cột đầu tiên trong số đó
    .help = không cần làm gì nếu cột chỉ để đọc cho biết; số liệu cần tính thì ghi vào cột của bảng
duplicate-column = cột "{ $column }" có hai lần
    .label = lần thứ hai
    .related = lần thứ nhất
    .help = giữ lại một cột
missing-column = thiếu cột "{ $column }"
    .label = dòng tiêu đề
    .help = thêm cột này; dòng tiêu đề ghi tên các cột, đặt trên các dòng số liệu: { $known }
picture-missing = không có hình { $path }
    .label = được nêu ở đây
    .help = để tệp vào đó, hoặc ghi tên tệp khác
picture-not-named = "{ $name }" không phải tên của một hình
    .label = không phải .png, .jpg, hoặc có cả thư mục
    .help = để hình vào { $folder } rồi chỉ ghi tên tệp, chẳng hạn ban-do.png
picture-unreadable = { $path } không phải là hình đọc được
    .label = được nêu ở đây
    .help = lưu lại thành PNG hoặc JPEG
picture-too-large = { $path } có quá nhiều điểm ảnh
    .label = được nêu ở đây
    .help = thu nhỏ hình: 300 dpi là đủ cho một trang A4
table-and-picture = phần này vừa là bảng vừa là hình
    .label = hình
    .help = tách thành hai phần, mỗi phần một gạch đầu dòng
row-too-long = dòng này có nhiều ô hơn số cột của bảng ({ $columns })
    .label = dòng
    .help = ghi tiêu đề của mọi cột ở dòng thứ nhất
table-missing = không có bảng { $path }
    .label = được nêu ở đây
    .help = để tệp vào đó, ghi tên tệp khác, hoặc ghi các dòng ngay trong văn bản
table-not-named = "{ $name }" không phải tên của một bảng
    .label = không phải .xlsx, .csv, .yaml, hoặc có cả thư mục
    .help = để bảng vào { $folder } rồi chỉ ghi tên tệp, chẳng hạn khen-thuong.xlsx
table-without-rows = bảng này không có dòng nào dưới dòng tiêu đề
    .label = bảng
    .help = thêm các dòng, hoặc bỏ bảng
no-row-chosen = không dòng nào của bảng đúng như "where"
    .label = bảng
    .help = sửa "where", hoặc sửa các dòng của bảng
no-such-sheet = tệp này không có trang tính "{ $sheet }"
    .label = tệp bảng tính
    .help = các trang tính: { $known }
    .suggestion = có phải ý bạn là "{ $suggestion }"?
cell-without-column = ô này không thuộc cột nào
    .label = cột không có tiêu đề
    .help = ghi tiêu đề cho cột, hoặc xóa ô này
missing-cell = chưa điền "{ $column }"
    .label = còn trống
    .help = điền ô "{ $column }" của dòng này; dòng thừa thì xóa cả dòng
cell-error = ô này báo lỗi { $value }
    .label = công thức hỏng
    .help = sửa công thức, hoặc gõ thẳng giá trị vào ô
formula-without-value = công thức ở ô này chưa có giá trị
    .label = chưa tính
    .help = mở bằng Excel hoặc LibreOffice rồi lưu lại để tính công thức, hoặc gõ thẳng giá trị vào ô
total-row = bỏ qua dòng cộng trong bảng (dòng { $rows })
    .label = dòng cộng
    .help = không cần làm gì: số tổng do chương trình cộng; xóa dòng này nếu không muốn thấy nhắc nữa
total-differs = tổng cột "{ $column }" ghi { $total }, nhưng cộng các dòng được { $sum }
    .label = số tổng này
    .help = tìm dòng thiếu hoặc ghi sai, hoặc sửa số tổng; chương trình tính theo từng dòng, không lấy số tổng
rows-left-out = bỏ qua phần không phải số liệu: dòng { $rows }
    .label = dòng đầu tiên trong số đó
    .help = không cần làm gì nếu là nơi, ngày, chữ ký, ghi chú, tên khối, cụm, tiêu đề lặp lại, dòng chưa ghi số; nếu là số liệu thì điền đủ các ô của dòng
unclosed-quote = dấu ngoặc kép mở ở dòng { $line } mà không đóng
    .label = mở từ ô này
    .help = đóng ngoặc kép ở cuối ô; dấu ngoặc kép trong câu chữ thì ghi hai lần ("")
letters-after-quote = sau dấu ngoặc kép đóng ô (ô bắt đầu từ dòng { $line }) vẫn còn chữ
    .label = ô này
    .help = dấu ngoặc kép trong câu chữ thì ghi hai lần (""); cũng có thể ngoặc kép ở đây quên đóng nên ô kéo đến dấu ngoặc sau
broken-row = một ô có xuống dòng, vì thế hàng ở dòng { $line } thừa hoặc thiếu ô so với hàng tiêu đề
    .label = ô có xuống dòng
    .help = đóng ngoặc kép trước khi hết dòng, hoặc bỏ chỗ xuống dòng
rows-in-cell = ô bắt đầu từ dòng { $line } hình như nuốt cả hàng khác
    .label = kéo qua nhiều dòng
    .help = đóng ngoặc kép trước khi hết dòng; nếu đúng là câu chữ như vậy thì viết liền trên một dòng
unknown-unit-name = data/agencies.yaml không có đơn vị "{ $name }"
    .label = tên chưa khai báo
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = ghi đúng tên hoặc mã của đơn vị trong data/agencies.yaml, hoặc thêm đơn vị vào đó
ambiguous-unit = nhiều đơn vị cùng tên "{ $name }": { $ids }
    .label = chưa rõ đơn vị nào
    .help = ghi mã của đơn vị thay cho tên
other-unit = dòng của "{ $name }" nằm trong tệp của đơn vị "{ $unit }"
    .label = đơn vị khác
    .help = sửa tên đơn vị, hoặc chuyển dòng này sang tệp của đơn vị đó
unknown-award-name = data/awards.yaml không có danh hiệu, hình thức "{ $name }"
    .label = tên chưa có
    .suggestion = có phải ý bạn là "{ $suggestion }"?
    .help = ghi đúng tên đầy đủ hoặc mã trong data/awards.yaml

## Mẫu và dàn trang

template-unreadable = mẫu { $path } không phải UTF-8
    .help = lưu lại mẫu với bảng mã UTF-8, hoặc xóa để dùng mẫu có sẵn
template = lỗi trong mẫu ({ $detail })
    .label = ở đây
    .help = sửa mẫu; nếu chương trình có mẫu cùng tên thì xóa tệp trong templates/ là dùng lại mẫu ấy
template-without-end = mẫu chạy quá { $steps } bước nên đã bị dừng
    .label = lúc đó mẫu đang ở đây
    .help = tìm vòng lặp không có điểm dừng trong mẫu, hoặc xóa tệp trong templates/ để dùng mẫu có sẵn
too-long = tạo văn bản này mất quá { $seconds } giây nên đã dừng
    .label = lúc đó mẫu đang ở đây
    .help = tìm vòng lặp không có điểm dừng { $line ->
        [0] trong mẫu
       *[other] gần dòng này
    }; nếu văn bản thật sự cần lâu như vậy, tăng limits.seconds trong data/settings.yaml
too-much-memory = tạo văn bản này tốn quá { $megabytes } MB bộ nhớ nên đã dừng
    .label = lúc đó mẫu đang ở đây
    .help = tìm { $line ->
        [0] trong mẫu
       *[other] gần dòng này
    } phần lớn lên không có điểm dừng; nếu văn bản thật sự cần nhiều như vậy, tăng limits.megabytes trong data/settings.yaml
broken-off = tạo văn bản này làm chương trình bị ngắt ({ $detail })
    .label = lúc đó mẫu đang ở đây
    .help = tìm trong mẫu phần lớn lên hoặc lồng nhau không có điểm dừng; các văn bản khác vẫn được tạo
not-tried = văn bản này chưa được tạo: các văn bản cùng loại đã bị dừng ở cùng một dòng của mẫu
    .label = dòng này
    .help = sửa mẫu rồi tạo lại
typesetting = không dàn trang được ({ $detail })
    .label = ở đây
    .related = sinh ra từ dòng này của mẫu ({ $template })
typesetting-warning = dàn trang: { $detail }
    .label = ở đây
    .related = sinh ra từ dòng này của mẫu ({ $template })
beyond-margin = chữ tràn ra ngoài lề ở trang { $page }: "{ $letters }"
    .label = chữ này
    .related = sinh ra từ dòng này của mẫu ({ $template })
    .field = đó là giá trị của { $field }
    .help = rút ngắn hoặc tách câu chữ
bad-font = không dùng được phông { $path }
    .help = thay bằng tệp phông TrueType hoặc OpenType nguyên vẹn, hoặc xóa tệp này
panic = chương trình gặp lỗi không lường trước khi tạo văn bản này ({ $detail })
    .help = các văn bản khác vẫn được tạo; hãy gửi tệp dữ liệu này cho người phát triển

## Ghi kết quả

unwritable = không ghi được { $path } ({ $cause })
    .help = kiểm tra quyền ghi và dung lượng trống của ổ đĩa; tệp cũ vẫn còn nguyên

## Giá trị cần có

expected-map = các mục, mỗi mục một dòng "tên: giá trị"
expected-list = danh sách, mỗi mục một dòng bắt đầu bằng "- "
expected-text = nội dung
expected-word = một từ
expected-id = mã gồm chữ thường không dấu, chữ số và gạch nối, ví dụ don-vi-1
expected-key = mục gồm chữ thường không dấu, chữ số và gạch dưới, ví dụ to_do
expected-picture = tên của một hình, ví dụ ban-do.png
expected-table = tên của một bảng, ví dụ khen-thuong.xlsx
expected-abbreviation = chữ viết tắt chỉ gồm chữ cái, ví dụ ĐC
expected-moment = ngày và giờ, ví dụ 2024-01-15 08:00
expected-count = số nguyên, chỉ ghi chữ số
expected-multiple = số lần mức lương cơ sở, tối đa hai chữ số thập phân, ví dụ 0.3
expected-reward = số tiền (đồng), chỉ ghi chữ số, hoặc law
expected-copies = số bản, số nguyên từ 1
expected-amount-of-money = số tiền nguyên (đồng), chỉ ghi chữ số
expected-flag = true hoặc false
expected-abbreviation = chữ viết tắt chỉ gồm chữ cái, ví dụ KH
expected-question-place = chỗ được hỏi, ví dụ tasks.launch
expected-cell-count = số nguyên từ 0, ví dụ 12 hoặc 1.234
expected-cell-money = số tiền bằng đồng, số nguyên, ví dụ 5.000.000
expected-cell-date = ngày, ví dụ 05/03/2024, đủ bốn chữ số của năm, không kèm giờ
expected-money = số tiền bằng đồng, số nguyên
expected-month-day = tháng và ngày, ví dụ 05-07
expected-year = năm, ví dụ 2024
expected-quarter = quý, từ 1 đến 4
expected-number = số, ví dụ 14
expected-date = ngày dạng năm-tháng-ngày, ví dụ 2024-01-15
expected-issue-date = ngày dạng 2024-01-15, hoặc 2024-01 khi ngày còn để trống
expected-document-number = số văn bản, ví dụ 5; để trống (~) khi chưa cấp số
expected-due = một ngày như 2024-01-15, một tháng như 2024-03, hoặc all-year (cả năm)
expected-cited-number = số và ký hiệu, không ghi chữ "số", ví dụ 241/KH-UBND hoặc 30-CT/TU
expected-symbol = chữ viết tắt bằng chữ in hoa, ví dụ UBND
expected-authority = KT., TL. hoặc TUQ. và chức vụ, ví dụ "KT. Chủ tịch"
found-nothing = chưa ghi gì
found-text = nội dung
found-list = danh sách
found-map = các mục có tên và giá trị

## Kết quả trên màn hình

built = { $path }  ({ $pages } trang, { $kilobytes } kB)
about-document = Văn bản { $path }:
built-part = { $path }  ({ $kilobytes } kB)
built-total = { $made ->
        [0] Không tạo văn bản nào.
       *[other] Đã tạo { $made } văn bản.
    }{ $current ->
        [0] { "" }
       *[other] {" "}{ $current } văn bản không có gì thay đổi.
    }{ $bare ->
        [0] { "" }
       *[other] {" "}{ $bare } văn bản không có bảng nên không có tệp Excel.
    }{ $failed ->
        [0] { "" }
       *[other] {" "}Còn { $failed } văn bản có lỗi, xem ở trên.
    }{ $left ->
        [0] { "" }
       *[other] {" "}Dừng theo yêu cầu, còn { $left } văn bản chưa tạo.
    }
time-left = còn
nothing-to-build = Không có văn bản nào trong data/.
    .help = mỗi tệp YAML trong data/ có mục "kind:" là một văn bản
shared-broken = Chưa tạo văn bản nào, xem lỗi ở trên.
checked = { $errors ->
        [0] { $warnings ->
            [0] { $documents } văn bản, không có lỗi.
           *[other] { $documents } văn bản, không có lỗi, { $warnings } cảnh báo.
        }
       *[other] { $documents } văn bản, { $errors } lỗi, { $warnings } cảnh báo.
    }
list-document = VĂN BẢN
list-kind = LOẠI
list-number = SỐ, KÝ HIỆU
list-date = NGÀY
list-state = TÌNH TRẠNG
list-blanks = còn trống: { $blanks }
list-errors = { $errors ->
        [0] biểu mẫu có lỗi
       *[other] { $errors } lỗi
    }, xem: vanthu check { $path }
list-complete = đủ số, ngày
list-not-made = chưa có PDF
list-outdated = PDF cần lập lại
list-received = đã nhận { $date }
list-late = nhận muộn { $date }
list-not-received = chưa nhận
list-tasks-with = Nhiệm vụ năm { $year } đã có văn bản: { $ids }
list-tasks-without = Nhiệm vụ năm { $year } chưa có văn bản: { $ids }
list-missing = Chưa có kế hoạch năm { $year }, { $cluster }: { $units }
blank-number = số
blank-day = ngày
period-q1 = quý I
period-q2 = quý II
period-q3 = quý III
period-q4 = quý IV
period-h1 = 6 tháng đầu năm
period-h2 = 6 tháng cuối năm
period-nine-months = 9 tháng đầu năm
period-year = cả năm
period-ten-year = 10 năm

## Dòng lệnh

about = Tạo văn bản hành chính từ dữ liệu YAML, đúng thể thức Nghị định 30/2020/NĐ-CP.
about-build = Tạo văn bản (mặc định: tất cả) thành PDF trong thư mục out/
about-check = Kiểm tra dữ liệu, không tạo văn bản
about-list = Liệt kê văn bản và tình trạng
about-report = Tạo tệp báo cáo của một kỳ nếu chưa có, rồi tạo văn bản
help-report-year = Năm báo cáo, ví dụ 2024
help-report-period = Kỳ báo cáo: { $periods }
value-year = NĂM
value-period = KỲ
report-started = { $path }: đã tạo tệp với số liệu của các đơn vị; hãy viết các mục còn trống (~), rồi chạy lại lệnh này
report-draft = trong khi chờ, đây là bản dự thảo, chỗ trống hiện trong ngoặc vuông
about-diff = Cho biết văn bản hai năm khác nhau thế nào, hoặc một văn bản khác tệp Word đã sửa thế nào
help-diff-from = Năm cũ, ví dụ 2024; hoặc một văn bản
help-diff-to = Năm mới, ví dụ 2025; hoặc tệp Word hay tệp chữ (.docx, .md, .txt) để so với văn bản
about-import = Nhận tệp Word: ghi chỗ đã sửa vào dữ liệu của văn bản, hoặc lập tệp mới từ kế hoạch cũ
help-import-kind = Loại của văn bản cũ: plan (mặc định: plan)
help-file = Tệp nhận vào: .docx, .md hoặc .txt
help-into = Văn bản nhận những chỗ sửa, ví dụ data/2024/plan.yaml; nếu chưa có thì được lập từ kế hoạch cũ (mặc định: chỉ in ra)
help-accept = Tính cả những thay đổi (Track Changes) chưa được chấp nhận trong Word (mặc định: chỉ liệt kê)
value-file = TỆP
about-forms = Lập cho mỗi đơn vị một tệp Excel để ghi kết quả của năm
help-forms-year = Năm của kết quả, ví dụ 2024
help-units = Chỉ lập cho những đơn vị này, ghi mã trong data/agencies.yaml (mặc định: tất cả)
value-unit = ĐƠN-VỊ
usage-no-side = giá trị { $value } không phải năm từ { $first } đến { $last }, cũng không phải tệp Word hay tệp chữ (.docx, .md, .txt) đi sau một văn bản
help-diff-format = Dạng kết quả: text, json hoặc pdf (mặc định: text)
about-roll = Lập văn bản năm mới từ văn bản năm cũ
help-from = Năm cũ, ví dụ 2024
help-to = Năm mới, ví dụ 2025
value-from = NĂM-CŨ
value-to = NĂM-MỚI
value-paper = VĂN-BẢN
help-papers = Chỉ lập từ những văn bản này của năm cũ, ghi chỗ trong thư mục của năm: units/xa-tan-lien (mặc định: tất cả)
usage-same-year = hai năm phải khác nhau
help-workspace = Thư mục làm việc, nơi có data/ (mặc định: thư mục này, hoặc thư mục cha gần nhất có data/)
help-lang = Ngôn ngữ của chương trình: vi hoặc en (mặc định: theo máy)
help-choices = Năm (2024), văn bản như tên trong danh sách của vanthu list (2024/plan), tệp hoặc thư mục; không ghi gì là tất cả
help-kind = Chỉ loại văn bản này: { $kinds }
help-out = Thư mục kết quả (mặc định: out trong thư mục làm việc; bản dự thảo: out/draft)
help-draft = Bản dự thảo: in chữ "DỰ THẢO", tô xám chỗ còn trống, cho phép thiếu dữ liệu
help-format = Định dạng: pdf, docx (Word), xlsx (các bảng, cho Excel), png, svg, typ (mã Typst) hoặc json (nội dung) (mặc định: pdf)
help-jobs = Số văn bản tạo cùng lúc (mặc định: số nhân bộ xử lý)
help-force = Tạo lại cả những văn bản không có gì thay đổi
help-shard = Chỉ tạo phần thứ K trong N phần, để chia việc cho nhiều máy
help-check-format = Định dạng kết quả: text hoặc json (mặc định: text)
help-help = Xem hướng dẫn này
help-version = Xem phiên bản
heading-usage = Cách dùng:
heading-commands = Lệnh
heading-options = Tùy chọn
heading-arguments = Tham số
value-dir = THƯ-MỤC
value-lang = vi|en
value-kind = LOẠI
value-format = DẠNG
value-jobs = SỐ
value-choice = NĂM|ĐƯỜNG-DẪN
value-command = LỆNH
value-options = TÙY-CHỌN
help-after =
    Ví dụ:
      vanthu build                     tạo tất cả văn bản
      vanthu build 2024 --draft        tạo bản dự thảo các văn bản năm 2024
      vanthu check data/2024/plan.yaml kiểm tra một văn bản
      vanthu roll 2024 2025            lập văn bản năm 2025 từ văn bản năm 2024
      vanthu report 2024 q1            tạo báo cáo quý I năm 2024
      vanthu import da-sua.docx --into data/2024/plan.yaml
                                       ghi những chỗ đã sửa trong Word vào dữ liệu
      vanthu -C /duong/dan/khac list   liệt kê văn bản của nơi khác

    Mã kết thúc: 0 xong; 1 dữ liệu hoặc văn bản có lỗi; 2 dùng sai lệnh.
usage-unknown-argument = không có tùy chọn { $argument }
usage-unknown-command = không có lệnh { $argument }
usage-missing-command = chưa ghi lệnh
usage-invalid-value = giá trị { $value } của { $argument } không đúng; đúng phải là { $right }
right-year = năm từ { $first } đến { $last }, chẳng hạn 2024
right-shard = K/N, N từ 1 trở lên, K từ 1 đến N, chẳng hạn 2/5
right-jobs = số từ 1 đến { $most }
right-path = đường dẫn của tệp hoặc thư mục
usage-unknown-value = giá trị { $value } của { $argument } không đúng; phải là một trong các giá trị: { $known }
usage-missing-arguments = lệnh còn thiếu: { $arguments }
usage-missing-value = thiếu giá trị của { $argument }
usage-repeated = { $argument } ghi hai lần
usage-other = dùng sai lệnh ({ $detail })
usage-no-workspace = không tìm thấy thư mục làm việc: { $path } không có thư mục data/
usage-outside = { $path } nằm ngoài thư mục làm việc { $root }; văn bản của thư mục làm việc khác thì thêm -C THƯ-MỤC
usage-suggestion = có phải ý bạn là { $suggestion }?
usage-hint = xem hướng dẫn bằng: vanthu --help

## Ngày nghỉ

day-off-saturday = thứ Bảy
day-off-sunday = Chủ nhật
day-off-new-year = Tết Dương lịch
day-off-tet = Tết Nguyên đán
day-off-hung-kings = Giỗ Tổ Hùng Vương
day-off-reunification = ngày 30/4
day-off-labour = ngày Quốc tế Lao động
day-off-national-day = ngày Quốc khánh

## Chuyển sang năm mới: vì sao một chỗ được đổi (roll-), cần người xem (ask-), hay giữ nguyên (keep-)

roll-year = Đã chuyển năm theo năm của kế hoạch mới.
roll-school-year = Đã chuyển năm học (niên vụ) theo năm của kế hoạch mới.
roll-day = Đã chuyển ngày sang năm mới, giữ nguyên ngày và tháng.
roll-month = Đã chuyển tháng sang năm mới.
roll-quarter = Đã chuyển quý sang năm mới.
roll-half-year = Đã chuyển kỳ 6 tháng (3 tháng, 9 tháng) sang năm mới.
roll-range = Đã chuyển cả thời điểm bắt đầu và kết thúc sang năm mới.
roll-rolling = Đã chuyển kế hoạch tài chính - ngân sách 03 năm, vì kế hoạch này lập cuốn chiếu hằng năm.
roll-anniversary = Đã tính lại số năm kỷ niệm và mốc thời gian kết thúc theo năm mới.
roll-lunar-year = Đã thay tên năm âm lịch theo năm mới.
roll-leap-day = Năm mới không có ngày 29/02, đã lấy ngày 28/02; đề nghị kiểm tra lại thời hạn.

ask-yearly-document = Văn bản được viện dẫn là văn bản của năm cũ; đề nghị tìm văn bản của năm nay và thay số, ngày, trích yếu.
ask-too-many = Câu này nêu quá nhiều mốc thời gian; đề nghị xem và sửa tay, hoặc tách thành nhiều câu.
ask-own-number = Đây là số của chính văn bản; văn thư cấp số mới khi ban hành, đề nghị xóa hoặc để trống.
ask-blank-citation = Văn bản được viện dẫn còn để trống số hoặc ngày; đề nghị điền hoặc sửa cho đúng văn bản của năm nay.
ask-title-end = Không rõ năm này thuộc trích yếu của văn bản được viện dẫn hay thuộc nội dung của kế hoạch; đề nghị sửa tay nếu là nội dung của kế hoạch.
ask-one-off-review = Việc sơ kết, tổng kết nhiều năm (hoặc tổng điều tra, kiểm kê) không tổ chức hằng năm; đề nghị bỏ nội dung này hoặc thay bằng nội dung của năm nay.
ask-congress = Đại hội không tổ chức hằng năm; đề nghị bỏ hoặc sửa theo lịch của năm nay.
ask-election = Bầu cử không tổ chức hằng năm; đề nghị bỏ hoặc sửa theo lịch của năm nay.
ask-ordinal = Lần (kỳ) thứ mấy thay đổi theo từng lần tổ chức; đề nghị xác định lần tổ chức của năm nay, nếu có.
ask-result = Câu nêu việc đã làm hoặc số liệu của năm cũ; đề nghị thay bằng kết quả, số liệu của năm nay.
ask-target-figure = Năm đã được chuyển nhưng chỉ tiêu bằng số vẫn giữ nguyên; đề nghị rà soát chỉ tiêu của năm nay.
ask-period-ends = Giai đoạn hoặc nhiệm kỳ này kết thúc cùng năm cũ; đề nghị thay bằng giai đoạn, nhiệm kỳ mới hoặc bỏ nội dung này.
ask-campaign = Đợt thi đua hoặc hoạt động này gắn với ngày kỷ niệm của năm cũ; đề nghị chọn ngày kỷ niệm của năm nay hoặc bỏ nội dung này.
ask-no-longer-round = Số năm kỷ niệm sau khi tính lại không còn là năm chẵn, năm tròn; đề nghị cân nhắc giữ hay bỏ.
ask-contradiction = Số năm hoặc tên năm không khớp với mốc thời gian ghi bên cạnh; đề nghị kiểm tra và sửa cho đúng.
ask-open-start = Mốc bắt đầu này có thể là mốc cố định; đề nghị xác định và sửa tay nếu thời gian bắt đầu chuyển sang năm mới.
ask-horizon = Đây có thể là thời hạn trong năm hoặc mốc của một mục tiêu dài hạn; đề nghị xác định và sửa tay nếu là thời hạn trong năm.
ask-bare-year = Con số này có thể là năm; đề nghị sửa tay nếu là năm của kế hoạch.
ask-quotation = Năm nằm trong tên gọi hoặc lời trích dẫn; đề nghị kiểm tra tên gọi của năm nay.
ask-past-event = Đây là thời điểm của một việc đã diễn ra; đề nghị thay bằng việc tương ứng của năm nay hoặc bỏ.
ask-weekday = Ngày có ghi kèm thứ; đề nghị chọn ngày của năm nay và ghi lại thứ cho khớp.
ask-lunar-day = Thời gian này phụ thuộc ngày âm lịch (Tết, rằm, giỗ); đề nghị tra lịch của năm nay và ghi lại.
ask-year-of-many = Câu nêu vị trí của năm cũ trong cả giai đoạn (năm đầu, năm thứ mấy, năm cuối); đề nghị viết lại cho năm nay.
ask-cohort = Năm sinh của đối tượng thay đổi theo từng năm; đề nghị xác định lại năm sinh cho năm nay.
ask-partly-own = Trong các năm được liệt kê chỉ có một số năm thuộc phạm vi kế hoạch; đề nghị xác định lại các năm.
ask-near-year = Năm này liền kề phạm vi của kế hoạch; đề nghị sửa tay nếu cũng phải chuyển.
ask-out-of-range = Không tính được giá trị mới; đề nghị sửa tay.

keep-citation = Giữ nguyên số, ngày và tên của văn bản được viện dẫn.
keep-period = Giữ nguyên giai đoạn đã được xác định cho nhiều năm.
keep-term = Giữ nguyên nhiệm kỳ, khóa.
keep-history = Giữ nguyên mốc thời gian đã qua.
keep-horizon = Giữ nguyên mốc của mục tiêu, chiến lược dài hạn.
keep-legal-day = Giữ nguyên ngày có hiệu lực hoặc mốc tính theo pháp luật.
keep-standing-rule = Giữ nguyên mốc bắt đầu của quy định áp dụng lâu dài.
keep-relative = Giữ nguyên, vì cách nói này đúng với mọi năm.
keep-yearless = Giữ nguyên ngày không ghi năm.

roll-given-at-issue = Số và ngày ghi khi ban hành.
roll-of-the-year = Là của năm cũ; cần ghi của năm mới.
roll-not-yet-received = Ngày nhận ghi khi nhận được văn bản của năm mới.
roll-follows-from-type = Ký thay mặt tập thể (TM.) hay không: theo loại văn bản và cơ quan ban hành.
roll-dropped-once = Nhiệm vụ chỉ làm một lần.
roll-dropped-nothing-to-follow = Nhiệm vụ của Kế hoạch mà nhiệm vụ này thực hiện không còn.
ask-anniversary-task = Nhiệm vụ gắn với ngày kỷ niệm của năm cũ; đề nghị thay bằng một trong các câu gợi ý, sửa lại hoặc bỏ nhiệm vụ này.
ask-anniversary-launch = Phong trào gắn với các ngày kỷ niệm của năm cũ; đề nghị thay bằng mã các ngày kỷ niệm của năm nay, rồi sửa nội dung và tên tệp cho phù hợp.
ask-superior-document = Đây là văn bản của cấp trên cho năm cũ; đề nghị thay bằng văn bản cho năm mới (loại, số, ngày, cơ quan ban hành, trích yếu).
ask-unwritable = Chỗ này viết theo cách chương trình không sửa được; đề nghị sửa tay.

place-task = { $number ->
        [0] Nhiệm vụ “{ $title }”
       *[other] Nhiệm vụ { $number } “{ $title }”
    }{ $item ->
        [0] { "" }
       *[other] , ý { $item }
    }
spoken-month = tháng { $month }/{ $year }
competence-collective = của tập thể (ký TM.)
competence-head = của người đứng đầu

sheet-title = Phiếu rà soát kế hoạch năm { $to } lập từ kế hoạch năm { $from }
sheet-files = { $count } tệp: { $first }, …
roll-came-from = lập từ { $path } (năm { $from } → { $to })
roll-about-questions = câu hỏi còn để lại. Trả lời bằng cách sửa văn bản ở trên, rồi xóa câu hỏi; còn câu hỏi thì chưa xuất được văn bản.
roll-made = { $path }: { $changes } thay đổi, { $questions } câu hỏi
roll-ended-line = Không lập văn bản năm mới từ { $path }: { $agency } không còn hoạt động vào ngày của văn bản mới; { $successors }
roll-ended-by = cơ quan kế thừa: { $successors }
roll-ended-alone = data/agencies.yaml chưa ghi cơ quan kế thừa
roll-nothing-made = Chưa lập tệp nào: các cơ quan ban hành những văn bản này không còn hoạt động. Hãy lập văn bản của cơ quan kế thừa, ghi ở `issuer:`.
roll-dropped-line = { $place } ({ $files }) không đưa sang: { $why }
roll-day-off-line = { $date } rơi vào { $why } ({ $place }, { $files })
roll-question-line = { $place } ({ $files }): { $ask }
roll-proposals-line = Gợi ý ngày kỷ niệm: { $proposals }
proposal-unverified = chưa đối chiếu, cần kiểm tra
roll-total = Đã lập { $files } tệp trong data/{ $to }: { $changes } thay đổi, { $dropped } nhiệm vụ bỏ, { $questions } câu hỏi cần trả lời. Phiếu rà soát: { $sheet }
recovered-finished = Đã làm nốt việc một lần chạy trước bị ngắt giữa chừng: { $paths }.
second-process-lost = Tiến trình thứ hai của chương trình không còn ({ $detail }), nên phần còn lại chưa làm. Hãy chạy lại lệnh; nếu vẫn bị, xin báo cho người phát triển.
recovered-not = Vì thế chưa làm nốt được việc một lần chạy trước bị ngắt giữa chừng; các tệp còn chờ trong data/.vanthu-….
recovered-undone = Một lần chạy trước bị ngắt giữa chừng; các tệp viết dở đã được dọn, không còn tệp nào.
roll-nothing-written = Chưa ghi tệp nào, xem lỗi ở trên.

## Văn bản nhận vào (import, diff với một tệp)

import-reworded = ~ { $at }: { $words }
import-added = + { $at }: { $words }
import-dropped = - { $at }: { $words }
import-follows = = đổi theo: { $words }
import-left = ! { $words }
    { $why }
import-why-template = những chữ này không có trong dữ liệu: do mẫu ghi, hoặc do đếm mà có; nếu sai thì sửa ở đó
import-why-several = chỗ sửa nằm trên nhiều giá trị; hãy tự ghi vào từng giá trị
import-why-elsewhere = giá trị này nằm ở { $file }, dòng { $line }; hãy sửa ở đó, hoặc ghi giá trị khác trong văn bản
import-why-said-otherwise = trang in ghi giá trị này khác chữ trong dữ liệu; hãy tự ghi
import-why-emptied = bỏ đi thì giá trị không còn gì, mà đây không phải một mục của danh sách; hãy tự bỏ hoặc viết lại
import-why-looks = chữ đậm hoặc nghiêng mà dấu sao không ghi được, như ở giữa từ; hãy tự ghi
import-why-both-changed = dữ liệu cũng đã sửa sau khi xuất tệp Word này; hãy so hai bên rồi tự ghi cho đúng
import-why-differs = văn bản ghi giá trị này hai lần, còn tệp ghi hai kiểu; hãy tự ghi cho đúng
import-why-no-list = không rõ đoạn này thuộc danh sách nào; hãy tự ghi
import-why-row = dòng mới của bảng; hãy tự thêm vào dữ liệu, nếu là nhiệm vụ thì kèm mã
import-why-moved = đoạn này đã chuyển chỗ; hãy tự chuyển trong dữ liệu
import-why-unreadable = số chỉ gồm chữ số, ngày ghi "ngày 05 tháng 01 năm 2024"; hãy tự ghi
import-why-note = đây là chú thích ở chân trang hoặc cuối văn bản; văn bản của chương trình không có chú thích, hãy tự ghi vào lời văn
import-why-unwritable = tệp dữ liệu viết theo cách chương trình không sửa được; hãy tự ghi
import-open-added = ? { $by } thêm "{ $text }" ở: { $within }
import-open-removed = ? { $by } bỏ "{ $text }" ở: { $within }
import-open = Còn { $count } thay đổi chưa quyết nên không lấy; hãy chấp nhận hoặc từ chối trong Word (Review, Accept), hoặc chạy lại với --accept để lấy tất cả.
import-open-taken = Đã lấy { $count } thay đổi chưa quyết như đã chấp nhận.
import-comment = ? { $by } ghi chú: { $text } (về: { $about })
import-total = { $path }: { $count ->
    [0] không sửa gì
   *[other] đã ghi { $count } chỗ sửa
}; { $left ->
    [0] { $follows ->
        [0] văn bản nay ghi đúng như tệp.
       *[other] văn bản nay ghi đúng như tệp, trừ các dòng có dấu "=" vì ghi cùng giá trị.
    }
   *[other] còn { $left } chỗ khác phải tự ghi.
}
import-old-written = { $path }
import-old-left = Chưa có chỗ:
import-old-lost = ! { $words }
import-old-unknown = data/agencies.yaml không có cơ quan nào tên: { $names }. Hãy thêm vào, hoặc ghi mã cơ quan khác vào các nhiệm vụ.
import-old-ids = Các mã sau lập từ lời của nhiệm vụ; hãy đặt mã giữ nguyên qua các năm: { $ids }
import-old-total = { $left ->
    [0] Tệp mới ghi đủ như văn bản.
   *[other] Còn { $left } dòng chưa có chỗ trong tệp mới, được giữ thành ghi chú trong tệp.
}
import-refused = Sửa như vậy thì { $path } có lỗi, nên tệp được giữ nguyên. Hãy sửa tệp Word, hoặc tự ghi các chỗ sửa.
compare-reworded = ~ { $at }: { $words }
compare-added = + { $words }
compare-dropped = - { $at }: { $words }
compare-moved = > { $at }: { $words }
compare-template = mẫu
compare-total = { $count ->
    [0] Văn bản và tệp ghi như nhau.
   *[other] Văn bản và tệp khác nhau { $count } chỗ.
}

## Tệp Excel để đơn vị ghi kết quả

forms-total = Hãy gửi cho các đơn vị; tệp gửi lại để vào data/{ $year }/results/, giữ nguyên tên.
forms-title = KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM { $year }
forms-guide-1 = 1. Mỗi trang tính là một bảng. Chỉ ghi vào các ô để trống; ô khác đã khóa. Nội dung không có thì để trống.
forms-guide-2 = 2. Tiến độ: chọn tình trạng của từng nhiệm vụ; nhiệm vụ đã hoàn thành thì ghi ngày hoàn thành.
forms-guide-3 = 3. Ngày là ngày trong năm { $year }, ghi như 05/03/{ $year }; Excel không nhận ngày khác.
forms-guide-4 = 4. Danh hiệu, cấp, loại, giai đoạn: chọn trong danh sách của ô; mỗi quyết định, mỗi lần đề nghị ghi một dòng.
forms-guide-5 = 5. Số ghi bằng chữ số, không kèm chữ; tiền ghi đủ bằng đồng. Thu và chi không ghi chung một dòng.
forms-guide-6 = 6. Không cộng tổng, không thêm cột, không đổi tên trang tính: cấp trên tự cộng.
forms-guide-7 = 7. Giữ nguyên tên tệp khi gửi lại.
forms-wrong = Không ghi được
forms-wrong-word = Hãy chọn một mục trong danh sách.
forms-wrong-day = Hãy ghi một ngày trong năm { $year }, ví dụ 05/03/{ $year }.
forms-wrong-number = Hãy ghi một số nguyên, không kèm chữ.
forms-needed = Dòng nào cũng phải có.
forms-last = Đã ghi nhận năm { $year }
forms-last-movements = Phong trào thi đua
forms-last-proposed = Lượt đề nghị khen thưởng (tập thể, cá nhân, hộ gia đình)
forms-last-granted = Lượt được khen thưởng (tập thể, cá nhân, hộ gia đình)
forms-last-inspections = Cuộc kiểm tra
forms-last-training = Lớp bồi dưỡng
forms-last-received = Quỹ: thu (đồng)
forms-last-spent = Quỹ: chi (đồng)

## So sánh kế hoạch hai năm

diff-added = + { $place }{ $quarter ->
    [none] {""}
   *[other] {" "}(quý { $quarter })
}: { $text }
diff-dropped = - { $place }{ $quarter ->
    [none] {""}
   *[other] {" "}(quý { $quarter })
}: { $text }
diff-moved = > { $place }: quý { $from } → quý { $to }
diff-due = > { $place }: hạn { $from } → { $to }
due-quarter = quý { $quarter }
due-month = tháng { $month }
due-all-year = cả năm
diff-reworded = ~ { $place }: { $words }
diff-agencies = @ { $place }, cơ quan thực hiện: { $words }
diff-total = { $count } chỗ khác nhau giữa kế hoạch năm { $from } và năm { $to }.
difference-added = Thêm
difference-dropped = Bỏ
difference-moved = Chuyển quý
difference-due = Đổi hạn
difference-reworded = Sửa lời văn
difference-agencies = Đổi cơ quan thực hiện
